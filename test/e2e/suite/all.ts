import "./opening.test.js";
import "./findings.test.js";
import "./fixes.test.js";
import "./outline.test.js";
import "./newReport.test.js";
import "./writing.test.js";
import "./preview.test.js";
import "./exportReport.test.js";
