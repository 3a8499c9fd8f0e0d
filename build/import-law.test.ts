import { expect, it } from 'vitest';
import { readImportLaw, refusalOf } from './import-law.ts';

const law = readImportLaw(`
.:
  engine:
  page/workers: engine
  page: engine/index.ts
engine:
  base:
  plan: base
  tools: above
page:
  stores:
  editor: stores/kept
page/panels:
packages:
  react: page
  'node:': engine/tools
`);

const isAllowed = (file: string, imported: string): boolean => refusalOf(law, file, imported) === undefined;

it('lets a folder import what its line names, and itself, however deep', () => {
  expect(isAllowed('engine/plan/plan.ts', '../base/span.ts')).toBe(true);
  expect(isAllowed('engine/plan/deep/deeper/plan.ts', '../../../base/deep/span.ts')).toBe(true);
  expect(isAllowed('engine/plan/deep/plan.ts', '../print.ts')).toBe(true);
  expect(isAllowed('engine/tools/main.ts', '../plan/plan.ts')).toBe(true);
});

it('refuses all else, and says what is allowed and which section says so', () => {
  const section = 'engine';
  const allowed = 'of its neighbours engine/base may import: none';
  expect(refusalOf(law, 'engine/base/deep/span.ts', '../../plan/plan.ts')).toEqual({ allowed, section });
  expect(refusalOf(law, 'engine/plan/plan.ts', '../tools/main.ts')).toMatchObject({
    allowed: 'of its neighbours engine/plan may import: base',
  });
  expect(isAllowed('engine/unnamed/new.ts', '../base/span.ts')).toBe(false);
  expect(isAllowed('page/panels/grid/Grid.tsx', '../menu/Menu.tsx')).toBe(false);
});

it('lets files beside the folders import these, but not the other way round', () => {
  expect(isAllowed('page/App.tsx', './editor/Editor.tsx')).toBe(true);
  expect(isAllowed('page/editor/Editor.tsx', '../App.tsx')).toBe(false);
  expect(isAllowed('engine/plan/plan.ts', '../index.ts')).toBe(false);
});

it('may let in a part of a folder alone', () => {
  expect(isAllowed('page/editor/Editor.tsx', '../stores/kept/kept.ts')).toBe(true);
  expect(isAllowed('page/editor/Editor.tsx', '../stores/rule.ts')).toBe(false);
  expect(isAllowed('page/stores/rule.ts', '../../engine/index.ts')).toBe(true);
  expect(isAllowed('page/stores/rule.ts', '../../engine/plan/plan.ts')).toBe(false);
  expect(isAllowed('page/workers/engine.ts', '../../engine/plan/plan.ts')).toBe(true);
  expect(isAllowed('engine/tools/main.ts', '../../page/App.tsx')).toBe(false);
});

it('keeps packages to the folders that are named for them', () => {
  expect(isAllowed('page/App.tsx', 'react/jsx-runtime')).toBe(true);
  expect(refusalOf(law, 'engine/plan/plan.ts', 'react')).toMatchObject({ allowed: 'react is only for page' });
  expect(isAllowed('engine/plan/plan.ts', 'react/jsx-runtime')).toBe(false);
  expect(isAllowed('engine/plan/plan.ts', 'react-dom')).toBe(true);
  expect(isAllowed('engine/tools/main.ts', 'node:fs')).toBe(true);
  expect(isAllowed('engine/plan/plan.ts', 'node:fs')).toBe(false);
});

it('refuses a law with a circle in it', () => {
  expect(() => readImportLaw('engine: { base: plan, plan: base }')).toThrow('engine/plan does not stand above base');
});
