import type { QuestionCost, TuningMeasured } from './tuning-measurement.ts';

/** Prints the medians and the worst of each question. */
export function printTuningReport(rows: number, measured: TuningMeasured, load: number): void {
  const { hits, labelled, first, afterEdit } = measured;
  const count = (number: number): string => number.toLocaleString('en');
  console.log(
    `${count(rows)} events, ${count(hits)} hits, ${count(labelled)} labels; load of the machine ${load.toFixed(1)}\n`,
  );
  console.log('Milliseconds of the processor: the first time; after an edit, median and worst; on the clock, median;');
  console.log('and how long a cancelled one goes on at most.\n');
  console.log(line(['', 'first', 'median', 'worst', 'clock', 'cancelled']));
  for (const { question, processorMilliseconds } of first) {
    const costs = afterEdit.filter((cost) => cost.question === question);
    const processor = costs.map((cost) => cost.processorMilliseconds);
    const clock = costs.map((cost) => cost.milliseconds);
    const numbers = [processorMilliseconds, median(processor), Math.max(...processor), median(clock)];
    console.log(
      line([question, ...numbers.map((number) => number.toFixed(1)), worstDelay([...first, ...costs], question)]),
    );
  }
}

function worstDelay(costs: readonly QuestionCost[], question: string): string {
  const delays = costs.flatMap((cost) =>
    cost.question === question && cost.cancelMilliseconds !== undefined ? [cost.cancelMilliseconds] : [],
  );
  return delays.length === 0 ? '–' : Math.max(...delays).toFixed(1);
}

function line([name, ...numbers]: readonly string[]): string {
  return `  ${name.padEnd(22)}${numbers.map((number) => number.padStart(10)).join('')}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
