import { expect, it } from 'vitest';
import { importsOf } from './imports-of.ts';

it('finds each way to import a module, with its line', () => {
  const text = `import { a } from './value.ts';
import type { B } from './type.ts';
import './effect.css';
export { c } from './passed-on.ts';
export type * from './all-passed-on.ts';
const later = () => import('./later.ts');
type D = import('./type-in-place.ts').D;
`;
  expect(importsOf('module.ts', text)).toEqual([
    { from: './value.ts', line: 1 },
    { from: './type.ts', line: 2 },
    { from: './effect.css', line: 3 },
    { from: './passed-on.ts', line: 4 },
    { from: './all-passed-on.ts', line: 5 },
    { from: './later.ts', line: 6 },
    { from: './type-in-place.ts', line: 7 },
  ]);
});

it('takes no text or comment for an import, and reads JSX', () => {
  const text = `// import './comment.ts'\nexport const text = "import './text.ts'";\nexport const Line = () => <p>from './jsx.ts'</p>;`;
  expect(importsOf('Line.tsx', text)).toEqual([]);
});
