// Small, and first: the engine starts and the first files are asked for while the page's own code is on its way.
import './workers/engine.ts';
import './stores/events/first-files.ts';
import { takeNewer } from './offline/take-newer.ts';

const started = import('./start-workbench.ts').then(({ startWorkbench }) => startWorkbench());
started.catch(reportError);
import('./page.tsx').then(
  ({ showPage }) => showPage(started),
  (error: unknown) => {
    // What can show an error has not come.
    document.body.textContent = 'Penumbra could not be loaded. Reload the page to try again.';
    reportError(error);
  },
);
takeNewer().catch(reportError);
