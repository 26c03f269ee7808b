// Plain Node, no packages: this runs before anything is installed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Runs a program in the project's folder and resolves to its exit code and output.
 * `onOutput` receives both streams as they come. Never rejects: a program that cannot start has code 127.
 */
export function run(program, args, { env = {}, onOutput = () => {}, shell = false } = {}) {
  return new Promise((settle) => {
    let output = '';
    const take = (chunk) => {
      output += chunk;
      onOutput(String(chunk));
    };
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell,
    });
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.once('error', (error) => settle({ code: 127, output: `${output}${error.message}\n` }));
    child.once('close', (code, signal) => settle({ code: code ?? (signal ? 1 : 0), output }));
  });
}

/** Runs a tool of an installed package with this very Node: no shell, so it works on Windows too. */
export function runTool(packageName, args, { tool = packageName, nodeArgs = [], ...options } = {}) {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin[tool];
  return run(process.execPath, [...nodeArgs, join(folder, file), ...args], options);
}

/** Runs npm: the one that started us if there is one, else the one on the path. */
export function runNpm(args, options = {}) {
  const npm = process.env.npm_execpath;
  if (npm && /npm-cli\.c?js$/.test(npm)) return run(process.execPath, [npm, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Says something to the person at the terminal. Standard output stays free for results. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** An error that is a sentence for the user, printed without a stack. */
export class Sorry extends Error {}

/** Runs a command's main function; a {@link Sorry} becomes a sentence and exit code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    say(error instanceof Sorry ? error.message : (error.stack ?? String(error)));
    process.exitCode = 1;
  }
}
