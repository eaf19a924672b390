/** The built command line as a process, on a vault of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const cliFile = resolve('dist/cli.js');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs. */
interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when the text was printed on the stream; rejects when the command ends without it. */
  printed(text: string, stream?: 'stdout' | 'stderr'): Promise<void>;
}

/** A vault and a workspace folder in the temporary folder. */
export class CommandLine {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'runlens-cli-')));
  readonly workspace = join(this.folder, 'workspace');
  readonly home = join(this.folder, 'home');

  constructor() {
    mkdirSync(join(this.workspace, '.vscode'), { recursive: true });
  }

  /** Writes a file of the workspace and gives its path. */
  write(path: string, text: string): string {
    const file = join(this.workspace, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  start(...args: string[]): Started {
    const env = { ...process.env, RUNLENS_HOME: this.home, NO_COLOR: '1' };
    const child = spawn(process.execPath, [cliFile, ...args], { cwd: this.workspace, env, stdio: 'pipe' });
    const texts = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.stderr += text));
    const ended = once(child, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, ...texts }));
    return {
      child,
      ended,
      printed: (text, stream = 'stdout') =>
        new Promise((found, missed) => {
          const look = () => texts[stream].includes(text) && found();
          child[stream].on('data', look);
          void ended.then((end) => missed(new Error(`"${text}" was never printed: ${JSON.stringify(end)}`)));
          look();
        }),
    };
  }

  run(...args: string[]): Promise<Ended> {
    return this.start(...args).ended;
  }

  /** Runs a command with `--json` and gives the one value that it printed. */
  async json<Value>(...args: string[]): Promise<Value> {
    const { stdout, stderr } = await this.run(...args, '--json');
    try {
      // The shape is what each test asserts.
      return JSON.parse(stdout) as Value;
    } catch {
      throw new Error(`${args.join(' ')} printed no single JSON value: ${stdout}${stderr}`);
    }
  }

  /** Stops what a failed test left, the engine too, and removes everything. @throws when an engine is left */
  async dispose(): Promise<void> {
    if ((await this.#enginePid()) !== null) {
      const active = await this.json<RunJson[]>('runs', '--status', 'active', '--all');
      for (const { id } of active) await this.run('stop', id, '--wait');
      await this.run('engine', 'stop');
    }
    const pid = await this.#enginePid();
    rmSync(this.folder, { recursive: true, force: true });
    if (pid !== null) throw new Error(`The engine ${pid} of ${this.home} did not stop.`);
  }

  async #enginePid(): Promise<number | null> {
    return (await this.json<{ pid: number | null }>('engine', 'status')).pid;
  }
}

/** What `--json` says of a run, as far as tests look at it. */
export interface RunJson {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly status: string;
  readonly message: string | null;
  readonly versionId: string;
  readonly nodes: readonly NodeJson[];
}

interface NodeJson {
  readonly id: string;
  readonly status: string;
  readonly exitCode: number | null;
  readonly message: string | null;
  readonly outputs: readonly { readonly name: string; readonly path: string }[];
}

/** Status of each node by its id. */
export function nodeStatuses(run: RunJson): Record<string, string> {
  return Object.fromEntries(run.nodes.map(({ id, status }) => [id, status]));
}
