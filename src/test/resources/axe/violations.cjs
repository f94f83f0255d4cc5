// Prints what axe-core has against pages: node violations.cjs NODE_MODULES PAGE...
// Contrast is left out: jsdom lays nothing out.
const fs = require('fs');
const { createRequire } = require('module');
const [modules, ...pages] = process.argv.slice(2);
const load = createRequire(modules + '/');
const { JSDOM, VirtualConsole } = load('jsdom');
const axe = fs.readFileSync(load.resolve('axe-core/axe.min.js'), 'utf8');

(async () => {
  for (const page of pages) {
    const dom = new JSDOM(fs.readFileSync(page, 'utf8'), {
      runScripts: 'outside-only',
      pretendToBeVisual: true,
      virtualConsole: new VirtualConsole(),
    });
    dom.window.eval(axe);
    const rules = { 'color-contrast': { enabled: false } };
    const found = await dom.window.axe.run(dom.window.document, { rules });
    for (const violation of found.violations) {
      for (const node of violation.nodes) {
        console.log(`${page}: ${violation.id}: ${violation.help}: ${node.html.slice(0, 200)}`);
      }
    }
    console.log(`${page}: ${found.passes.length} rules hold`);
  }
})();
