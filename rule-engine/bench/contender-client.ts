import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { ContenderName, Step, StepResult } from './steps.ts';

/** A contender in a fresh process. */
export class ContenderClient {
  readonly name: ContenderName;
  private readonly child: ChildProcess;

  private constructor(name: ContenderName, child: ChildProcess) {
    this.name = name;
    this.child = child;
  }

  static async start(name: ContenderName): Promise<ContenderClient> {
    const program = path.join(import.meta.dirname, 'contender-process.js');
    const child = fork(program, [name], { execArgv: ['--max-old-space-size=16384'] });
    await once(child, 'message');
    return new ContenderClient(name, child);
  }

  /** @throws when the process ends before it answers */
  run(step: Step): Promise<StepResult> {
    return new Promise((resolve, reject) => {
      const onExit = (code: number | null) => reject(new Error(`${this.name} ended with ${code}`));
      this.child.once('exit', onExit);
      this.child.once('message', (result: StepResult) => {
        this.child.off('exit', onExit);
        resolve(result);
      });
      this.child.send(step);
    });
  }

  stop(): void {
    this.child.kill();
  }
}
