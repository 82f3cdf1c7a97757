import { changeSetting } from "./support.js";
// First, while nothing is open yet.
import "./workspaceDiagnostics.test.js";
import "./opening.test.js";
import "./findings.test.js";
import "./fixes.test.js";
import "./silencing.test.js";
import "./outline.test.js";
import "./reading.test.js";
import "./navigation.test.js";
import "./newReport.test.js";
import "./writing.test.js";
import "./preview.test.js";
import "./exportReport.test.js";

// Whatever the display language of this VS Code is.
suiteSetup(() => changeSetting("nianbao.language", "zh"));
