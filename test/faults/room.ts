import { execFileSync } from 'node:child_process';
import { appendFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { atExit } from './at-exit';
import { pause } from './pause';
import type { World } from './world';

/** The room that the extension has on the disk, to be taken and given back. */
export interface Room {
  /** Takes all that is left. */
  readonly take: () => Promise<void>;
  readonly giveBack: () => Promise<void>;
}

/** A disk in memory under a world's profile; `undefined` where this user, or this system, cannot mount one. */
export function mountSmallDisk(
  folder: string,
  megabytes: number,
): (Room & { unmount: () => void }) | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    // A container without the right to mount.
    return undefined;
  }
  const ballast = join(folder, 'ballast');
  const done = atExit(() => execFileSync('umount', ['--lazy', folder]));
  let filling: NodeJS.Timeout | undefined;
  return {
    take: async () => {
      fillUp(ballast, folder);
      // Whatever is set free meanwhile somebody else takes as well.
      filling = setInterval(() => fillUp(ballast, folder), 100);
    },
    giveBack: async () => {
      clearInterval(filling);
      rmSync(ballast, { force: true });
    },
    unmount: () => {
      clearInterval(filling);
      done();
    },
  };
}

/**
 * The browser's own limit for the extension, which binds one without the permission `unlimitedStorage`. The browser
 * looks at it every half minute.
 */
export function quotaOf(world: World): Room {
  return {
    take: async () => {
      const { usage = 0 } = await world.session.inPage(() => navigator.storage.estimate(), undefined);
      await world.session.limitStorage(usage);
      await pause(31_000);
    },
    giveBack: () => world.session.limitStorage(undefined),
  };
}

function fillUp(ballast: string, folder: string): void {
  for (const bytes of [1 << 20, 4096]) {
    const block = Buffer.alloc(bytes, 1);
    const left = (): number => {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize;
    };
    while (left() >= bytes) {
      try {
        appendFileSync(ballast, block);
      } catch {
        // The browser was quicker with the last of it.
        break;
      }
    }
  }
}
