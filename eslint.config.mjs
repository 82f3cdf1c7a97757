import tseslint from "typescript-eslint";

// One direction: client -(LSP)-> lsp -> service -> core <- cli. A test walks the whole import graph as well (test/unit/tidy).
const coreInternals = { group: ["**/core/*", "!**/core/index.js", "!**/core/index"], message: "Import the core through core/index only." };
const forbid = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });
const upward = (...folders) => ({ group: folders.flatMap((folder) => [`**/${folder}/*`, `**/${folder}`]), message: "This import goes against the direction client -> lsp -> service -> core <- cli." });
const outside = { group: ["node:*", "vscode", "vscode-*"], message: "The core imports nothing outside itself." };
const htmlParser = { group: ["htmlparser2", "htmlparser2/*"], message: "Only core/syntax/html.ts reads HTML." };

export default tseslint.config(
  { ignores: ["**/dist/**", "**/node_modules/**", ".cache/**", "**/*.generated.ts"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-restricted-syntax": ["error", { selector: "TSEnumDeclaration", message: "Use a union of string literals." }],
      eqeqeq: "error",
      "prefer-const": "error",
    },
  },
  { files: ["server/src/core/**/*.ts"], rules: forbid(outside, htmlParser, upward("service", "lsp", "cli")) },
  { files: ["server/src/core/syntax/html.ts"], rules: forbid(outside, upward("service", "lsp", "cli")) },
  { files: ["server/src/service/**/*.ts"], rules: forbid(coreInternals, upward("lsp", "cli"), { group: ["node:*", "vscode", "vscode-languageserver", "vscode-languageserver/*"], message: "The service knows LSP types only." }) },
  { files: ["server/src/export/**/*.ts"], rules: forbid(coreInternals, upward("lsp", "cli", "docx"), { group: ["node:*", "vscode", "vscode-*"], message: "The export knows the report and nothing of where it goes." }) },
  { files: ["server/src/lsp/**/*.ts"], rules: forbid(coreInternals, upward("cli"), { group: ["vscode"], message: "Only the client knows VS Code." }) },
  { files: ["server/src/cli/**/*.ts"], rules: forbid(coreInternals, upward("service"), { group: ["vscode"], message: "Only the client knows VS Code." }) },
  { files: ["client/src/**/*.ts"], rules: forbid({ group: ["**/server/**"], message: "The client speaks to the server by LSP only." }) },
);
