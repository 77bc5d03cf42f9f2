import { matchKey } from '#engines/mapping';

/**
 * What two names of fields are compared by.
 *
 * @remarks
 * Beyond spelling: units and remarks in brackets, “our school's”, 总 and the words for “number of” do not make another field
 * (本校学生总人数（人） = 学生数). 班级人数 and 班级数 stay apart: only of people is 人数 the same as 数.
 */
export function fieldKey(name: string): string {
  return matchKey(name)
    .replaceAll(/[([【][^)\]】]*[)\]】]/gu, '')
    .replaceAll(/[、,，。.;:：“”"'_-]/gu, '')
    .replace(/^(?:本校|我校|贵校|全校|本园|我园|全园)(?=..)/u, '')
    .replace('在校学生', '在校生')
    .replace(/总(?=数|人数|面积|量)/u, '')
    .replace(/(?<=[生师工员儿])人数$/u, '')
    .replace(/(?:数量|数)$/u, '');
}
