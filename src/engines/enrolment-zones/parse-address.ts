import type { Residence } from './model.ts';
import { plainText } from './number-set.ts';

/** An address taken apart; what it does not say is absent. */
export interface ParsedAddress extends Residence {
  readonly lane?: string | undefined;
  readonly alley?: string | undefined;
  /** The door as written: `3`, `12-1`, `5之2`. */
  readonly doorText?: string | undefined;
}

const parts = [
  /^(?:[^縣市省]{1,5}省)?(?:[^縣市区區]{1,4}[縣市])?/,
  /^(?<district>[^區区縣县路街]{1,4}[區区縣县])?/,
  /^(?<village>[^\d路街段巷弄號号]{1,8}?(?:里|(?<!新)村|社區|社区))?/,
  /^第?(?:(?<neighbourhood>\d+)[鄰邻组組])?/,
  /^(?<street>[^\d]*?(?:大道|路|街|道)(?:[一二三四五六七八九十\d]+段)?)?/,
  /^(?:(?<lane>[^巷]{1,6})巷)?/,
  /^(?:(?<alley>[^弄]{1,6})弄)?/,
  /^(?:(?<street2>[^\d]{1,8}))?(?:(?<door>\d+(?:[-之]\d+)?)[號号]?)?/,
] as const;

/** Takes an address apart: district, village, neighbourhood, street with section, lane, alley, door. Never fails; see what is absent. */
export function parseAddress(raw: string): ParsedAddress {
  let rest = plainText(raw).replace(/臺/g, '台');
  const found: Record<string, string> = {};
  for (const pattern of parts) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    for (const [name, value] of Object.entries(match.groups ?? {})) {
      if (value !== undefined && value !== '') found[name] ??= value;
    }
    rest = rest.slice(match[0].length);
  }
  const street = found['street'] ?? found['street2'];
  return {
    district: found['district'],
    village: found['village'],
    neighbourhood: found['neighbourhood'] === undefined ? undefined : Number(found['neighbourhood']),
    street: street === undefined ? undefined : withChineseSection(street),
    lane: found['lane'],
    alley: found['alley'],
    doorText: found['door'],
    door: found['door'] === undefined ? undefined : Number.parseInt(found['door'], 10),
  };
}

/** `中山路2段` as `中山路二段`. */
function withChineseSection(street: string): string {
  return street.replace(/(\d)段$/, (_, digit: string) => `${'零一二三四五六七八九'[Number(digit)]}段`);
}
