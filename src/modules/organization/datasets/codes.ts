/** Stored value → every spelling that files use for it. */
type Codes = Readonly<Record<string, readonly string[]>>;

export const categoryCodes: Codes = {
  kindergarten: ['幼儿园', '111'],
  primary: ['小学', '普通小学', '完全小学', '211'],
  junior: ['初级中学', '初中', '普通初中', '311'],
  'nine-year': ['九年一贯制学校', '九年一贯制', '312'],
  'complete-secondary': ['完全中学', '341'],
  senior: ['高级中学', '普通高中', '高中', '342'],
  'twelve-year': ['十二年一贯制学校', '十二年一贯制', '345'],
  special: ['特殊教育学校', '特教学校', '511', '514'],
  vocational: ['中等职业学校', '职业高中', '职业初中', '361', '362', '363', '364'],
};

/** The stages a school of each category runs. */
export const stagesOfCategory: Codes = {
  kindergarten: ['kindergarten'],
  primary: ['primary'],
  junior: ['junior'],
  'nine-year': ['primary', 'junior'],
  'complete-secondary': ['junior', 'senior'],
  senior: ['senior'],
  'twelve-year': ['primary', 'junior', 'senior'],
  special: ['special'],
  vocational: [],
};

export const stageCodes: Codes = {
  kindergarten: ['幼儿园', '学前'],
  primary: ['小学'],
  junior: ['初中', '普通初中'],
  senior: ['高中', '普通高中'],
  special: ['特殊教育', '特教'],
};

export const kindCodes: Codes = {
  school: ['学校', '本部', '主校区'],
  campus: ['校区', '园区', '分校'],
  'teaching-point': ['教学点'],
};

export const ownershipCodes: Codes = {
  public: ['公办', '教育部门', '地方公办', '其他部门', '地方企业', '事业单位', '部队', '集体'],
  'inclusive-private': ['普惠性民办', '普惠民办'],
  private: ['民办', '非普惠性民办'],
};

export const urbanRuralCodes: Codes = {
  urban: ['城区', '城市', '主城区', '城乡结合区', '111', '112'],
  town: ['镇区', '镇', '县镇', '镇中心区', '镇乡结合区', '特殊区域', '121', '122', '123'],
  rural: ['乡村', '农村', '乡中心区', '村庄', '210', '220'],
};

export const roleCodes: Codes = {
  teacher: ['专任教师', '教师'],
  principal: ['校长', '园长', '校级领导'],
  administration: ['行政人员', '行政'],
  support: ['教辅人员', '工勤人员', '教辅', '工勤', '保育员'],
  health: ['校医', '卫生保健人员', '保健医'],
  other: ['其他', '校外教师', '兼任教师'],
};

export const degreeCodes: Codes = {
  doctor: ['博士', '博士研究生'],
  master: ['硕士', '硕士研究生', '研究生'],
  bachelor: ['本科', '大学本科'],
  'junior-college': ['专科', '大专'],
  secondary: ['高中阶段', '中专', '高中', '中师'],
  below: ['高中阶段以下', '初中及以下'],
};

/** Only the subjects that a standard asks about have codes of their own; any other text stays as written. */
export const subjectCodes: Codes = {
  pe: ['体育', '体育与健康'],
  music: ['音乐'],
  'fine-arts': ['美术'],
  arts: ['艺术'],
};
