import type { Module } from './modules';

/** Names of everything that a module loads, itself and packages included, following value imports. */
export function loadedBy(modules: readonly Module[], start: string): ReadonlySet<string> {
  const byName = new Map(modules.map((module) => [module.name, module]));
  const seen = new Set<string>();
  const waiting = [start];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    waiting.push(
      ...(byName.get(name)?.imports ?? []).filter(({ kind }) => kind === 'value').map(({ to }) => to),
    );
  }
  return seen;
}

/** Every cycle of value imports, as `a -> b -> a`; each once. */
export function cyclesOf(modules: readonly Module[]): readonly string[] {
  const byName = new Map(modules.map((module) => [module.name, module]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (name: string, trail: readonly string[]): void => {
    const at = trail.indexOf(name);
    if (at >= 0) cycles.push([...trail.slice(at), name].join(' -> '));
    if (at >= 0 || done.has(name)) return;
    for (const { to, kind } of byName.get(name)?.imports ?? []) {
      if (kind === 'value' && byName.has(to)) visit(to, [...trail, name]);
    }
    done.add(name);
  };
  for (const { name } of modules) visit(name, []);
  return cycles;
}
