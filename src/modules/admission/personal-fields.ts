import { definePersonal } from '#core/personal';

/** Kept through the years of the stage, in which a family may ask how a place came about. */
const keptYears = 3;
const key = ['county_code', 'round_id', 'id'] as const;

export const applicationFields = definePersonal({
  table: 'admission_application',
  key,
  endedColumn: 'ended_at',
  fields: {
    guardianName: {
      kind: 'name',
      column: 'guardian_name',
      purpose: { zh: '核对监护人', en: 'checking who the guardian is' },
      keptYears,
    },
    guardianIdentity: {
      kind: 'identityNumber',
      column: 'guardian_identity',
      purpose: { zh: '与不动产、居住证名单核对', en: 'comparing with the property and residence lists' },
      keptYears,
    },
    phone: {
      kind: 'phone',
      column: 'phone',
      purpose: { zh: '通知招生结果', en: 'telling the result' },
      keptYears: 0,
    },
    address: {
      kind: 'address',
      column: 'home_address',
      purpose: { zh: '确定招生片区', en: 'finding the zone' },
      keptYears,
    },
  },
});

export const childFields = definePersonal({
  table: 'admission_child',
  key,
  endedColumn: 'ended_at',
  fields: {
    name: {
      kind: 'name',
      column: 'name',
      purpose: { zh: '核对孩子和建立学籍', en: 'checking who the child is, and the registry record' },
      keptYears,
    },
    identity: {
      kind: 'identityNumber',
      column: 'identity',
      indexColumn: 'identity_index',
      purpose: { zh: '与户籍名单核对，防止重复申请', en: 'comparing with the household list, one application a child' },
      keptYears,
    },
    birthDate: {
      kind: 'birthDate',
      column: 'birth_date',
      purpose: { zh: '核对入学年龄', en: 'checking the age' },
      keptYears,
    },
  },
});

export const listFields = definePersonal({
  table: 'admission_list_row',
  key,
  endedColumn: 'ended_at',
  fields: {
    name: {
      kind: 'name',
      column: 'name',
      purpose: { zh: '核对申请', en: 'checking applications' },
      keptYears: 0,
    },
    identity: {
      kind: 'identityNumber',
      column: 'identity',
      indexColumn: 'identity_index',
      purpose: { zh: '核对申请', en: 'checking applications' },
      keptYears: 0,
    },
    birthDate: {
      kind: 'birthDate',
      column: 'birth_date',
      purpose: { zh: '核对申请', en: 'checking applications' },
      keptYears: 0,
    },
  },
});
