/** The panel's page before anything is drawn in it; nothing loads or runs there that is not named here. */

export function page(nonce: string, source: string, file: (name: string) => string): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}; font-src ${source}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <link rel="stylesheet" id="vscode-codicon-stylesheet" href="${file("codicon.css")}">
    <link rel="stylesheet" href="${file("panel.css")}">
    <title>Gadfly</title>
  </head>
  <body><main id="gadfly"></main><script nonce="${nonce}" src="${file("panel.js")}"></script></body>
</html>`;
}
