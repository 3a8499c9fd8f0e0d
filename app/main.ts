// Small, and first: the engine starts and the first files are asked for while the page's own code is on its way.
import './engine/engine.ts';
import './stores/first-files.ts';

const started = import('./start-workbench.ts').then(({ startWorkbench }) => startWorkbench());
started.catch(reportError);
void import('./page.tsx').then(({ showPage }) => showPage(started));
