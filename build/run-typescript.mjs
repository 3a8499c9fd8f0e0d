/**
 * Runs a TypeScript file of the project in Node, which does not read TypeScript before version 22: `node
 * build/run-typescript.mjs FILE`. Vite, which is here anyway, does it.
 */
import { runnerImport } from 'vite';

await runnerImport(process.argv[2], { configFile: false, logLevel: 'error' });
