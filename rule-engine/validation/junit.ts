import type { TestResult } from './test-result.ts';

/** Test results of rules as JUnit XML, which continuous integration reads. Times are in seconds. */
export function junit(rules: readonly { readonly title: string; readonly results: readonly TestResult[] }[]): string {
  const suites = rules.map(({ title, results }) => {
    const failed = results.filter((result) => !result.passed).length;
    const head = `  <testsuite name="${attribute(title)}" tests="${results.length}" failures="${failed}" time="${seconds(results)}">`;
    return [head, ...results.map((result) => testCase(title, result)), '  </testsuite>'].join('\n');
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, '</testsuites>', ''].join('\n');
}

function testCase(suite: string, result: TestResult): string {
  const head = `    <testcase classname="${attribute(suite)}" name="${attribute(result.id)}" time="${seconds([result])}"`;
  if (result.passed) return `${head}/>`;
  const failures = result.failures.map(
    ({ check, message }) => `      <failure type="${attribute(check)}" message="${attribute(message)}"/>`,
  );
  return [`${head}>`, ...failures, '    </testcase>'].join('\n');
}

function seconds(results: readonly TestResult[]): string {
  return (results.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000).toFixed(3);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML attribute text; control characters that XML 1.0 can't hold become U+FFFD. */
function attribute(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => entities[character])
    .replace(/[\r\n\t]/g, ' ')
    .replace(/[^\x20-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
