const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/HarmonyOS/, 'HarmonyOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What a browser calls itself, short: `Chrome · Windows`. Something unknown keeps its own words. */
export function deviceName(device: string): string {
  const found = [browsers, systems].flatMap((names) => names.find(([pattern]) => pattern.test(device))?.[1] ?? []);
  return found.length > 0 ? found.join(' · ') : device;
}
