import { builtinModules } from 'node:module';
import { expect, test } from 'vitest';
import { moduleDoors, pureRoomPackages, rooms } from './rooms.ts';
import { filesUnder, type SourceFile, sourceFiles } from './source-files.ts';

const doorPatterns: readonly RegExp[] = [
  /^#(standards|app|replay|county|markets|screens|test-database)$/,
  /^#(kernels|core|engines|modules|contracts|web)\/[a-z0-9-]+$/,
  /^#web\/pages\/[a-z0-9-/]+$/,
];
const builtins = new Set(builtinModules);

const roomOf = (file: SourceFile) => file.path.split('/')[1] ?? '';
const isNode = (specifier: string) => specifier.startsWith('node:') || builtins.has(specifier);
const isPackage = (specifier: string) => !/^[.#]/.test(specifier) && !isNode(specifier);
const isProduct = (file: SourceFile) =>
  file.path.startsWith('src/') && !file.isTest && !/\/(testing|test-)/.test(file.path);

/** `path → specifier` for every import of the files that the rule refuses. */
function refused(files: readonly SourceFile[], refuses: (specifier: string, file: SourceFile) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports.filter((specifier) => refuses(specifier, file)).map((specifier) => `${file.path} → ${specifier}`),
  );
}

test('the files were really read', () => {
  expect(sourceFiles.length).toBeGreaterThan(50);
  expect(sourceFiles.reduce((sum, file) => sum + file.imports.length, 0)).toBeGreaterThan(sourceFiles.length);
});

test('nobody climbs out of a folder', () => {
  expect(refused(sourceFiles, (specifier) => specifier.includes('..'))).toEqual([]);
});

test('another folder is reached through its front door', () => {
  const isNoDoor = (specifier: string) =>
    specifier.startsWith('#') && !doorPatterns.some((door) => door.test(specifier));
  expect(refused(sourceFiles, isNoDoor)).toEqual([]);
});

test('each room imports only the rooms below it', () => {
  const isWrong = (specifier: string, file: SourceFile) => {
    const to = /^#([a-z]+)/.exec(specifier)?.[1];
    const from = roomOf(file);
    const isOwnRoom = to === from && from !== 'kernels';
    return to !== undefined && !isOwnRoom && !rooms[from]?.includes(to);
  };
  expect(refused(sourceFiles.filter(isProduct), isWrong)).toEqual([]);
});

test('a module opens only the doors on its list', () => {
  const isWrong = (specifier: string, file: SourceFile) => {
    const to = /^#(?:modules|contracts)\/([a-z-]+)/.exec(specifier)?.[1];
    const from = file.path.split('/')[2] ?? '';
    return to !== undefined && to !== from && !moduleDoors[from]?.includes(to);
  };
  expect(refused(filesUnder('src/modules/').filter(isProduct), isWrong)).toEqual([]);
});

test('a relative import stays inside its own room’s folder', () => {
  const leaves = (specifier: string, file: SourceFile) =>
    specifier.startsWith('./') && /^\.\/[^/]+\/index\.ts$/.test(specifier) && file.path.split('/').length <= 3;
  expect(refused(sourceFiles.filter(isProduct), leaves)).toEqual([]);
});

test.each(Object.entries(pureRoomPackages))('%s knows neither Node nor other packages', (room, packages) => {
  const files = filesUnder(`src/${room}/`).filter(isProduct);
  expect(files.length).toBeGreaterThan(0);
  expect(refused(files, (specifier) => isNode(specifier))).toEqual([]);
  expect(refused(files, (specifier) => isPackage(specifier) && !packages.includes(specifier))).toEqual([]);
});

test('what the web may see runs in a browser', () => {
  const seen = filesUnder('src/').filter(({ path }) =>
    /^src\/(core|modules)\/[^/]+\/(contract\.ts$|shapes\/)/.test(path),
  );
  expect(seen.length).toBeGreaterThan(0);
  const isWrong = (specifier: string) =>
    isNode(specifier) ||
    (isPackage(specifier) && specifier !== 'zod') ||
    (specifier.startsWith('#') && !/^#(standards$|kernels\/|contracts\/|core\/locale$)/.test(specifier)) ||
    (specifier.startsWith('./') && /\/(service|repository|routes|errors|index)\.ts$/.test(specifier));
  expect(refused(seen, isWrong)).toEqual([]);
});

test('the web imports no Node', () => {
  expect(refused(filesUnder('src/web/').filter(isProduct), isNode)).toEqual([]);
});
