interface Listed {
  readonly stage: string;
  readonly district: string;
  readonly school: string;
}

/** The schools of a rule file by the short names that notices use. */
export interface SchoolNames {
  /** One name for a school however its row writes it; with its district where two districts have one of that name. */
  nameOf(listed: Listed): string;
  /** The school meant by a short name: of the district named, else of the row's own, else of any; null unless it is one. */
  find(stage: string, district: string | null, name: string): string | null;
}

const withDistrict = /^([^區区]{1,3}[區区])(.{2,})$/;

export function schoolNames(schools: readonly Listed[]): SchoolNames {
  const districtsOf = new Map<string, Set<string>>();
  const keyOf = (stage: string, name: string) => `${stage} ${shortName(name)}`;
  for (const { stage, district, school } of schools) {
    const [, own = district, name = school] = withDistrict.exec(school) ?? [];
    const key = keyOf(stage, name);
    districtsOf.set(key, (districtsOf.get(key) ?? new Set()).add(own));
  }
  const full = (stage: string, district: string, name: string) =>
    (districtsOf.get(keyOf(stage, name))?.size ?? 0) > 1 ? `${district}${shortName(name)}` : shortName(name);
  return {
    nameOf: ({ stage, district, school }) => {
      const [, own = district, name = school] = withDistrict.exec(school) ?? [];
      return full(stage, own, name);
    },
    find: (stage, district, name) => {
      const [, named, rest = name] = withDistrict.exec(name) ?? [];
      const districts = districtsOf.get(keyOf(stage, rest));
      if (districts === undefined) return null;
      const own = named ?? district;
      if (own !== null && districts.has(own)) return full(stage, own, rest);
      const [only] = districts;
      return districts.size === 1 && only !== undefined ? full(stage, only, rest) : null;
    },
  };
}

function shortName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\(.*\)|[國国]中部|國小部/g, '')
    .replace(/國民中學|国民中学/g, '國中')
    .replace(/國民小學|国民小学/g, '國小')
    .replace(/國民中小學|國民中小|國中小/g, '國中小')
    .trim();
}
