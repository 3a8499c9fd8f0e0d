/**
 * Two texts line by line, as in a unified diff: `-` what only the first has, `+` what only the second has, a blank before
 * the lines that begin and end both.
 */
export function lineDiff(before: string | undefined, now: string | undefined): readonly string[] {
  const [old, own] = [linesOf(before), linesOf(now)];
  const shorter = Math.min(old.length, own.length);
  let head = 0;
  while (head < shorter && old[head] === own[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === own[own.length - 1 - tail]) tail++;
  return [
    ...own.slice(0, head).map((line) => `  ${line}`),
    ...old.slice(head, old.length - tail).map((line) => `- ${line}`),
    ...own.slice(head, own.length - tail).map((line) => `+ ${line}`),
    ...own.slice(own.length - tail).map((line) => `  ${line}`),
  ];
}

function linesOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(/\r\n|\r|\n/);
}
