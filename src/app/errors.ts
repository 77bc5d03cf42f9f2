import { defineErrors } from '#core/errors';

export const appErrors = defineErrors('app', {
  profileMissing: {
    status: 400,
    zh: '没有说明如何读取文件 {file}。',
    en: 'Nothing says how to read {file}.',
    remedy: {
      zh: '请用 --profile 给出映射文件或其编号；“junheng profile guess 文件”可生成草稿。',
      en: 'Give --profile, an id or a path; `junheng profile guess FILE` writes a draft.',
    },
  },
  fileNotFound: {
    status: 400,
    zh: '读不到文件 {file}。',
    en: 'The file {file} cannot be read.',
    remedy: { zh: '请检查路径和权限。', en: 'Check its path and permissions.' },
  },
  notRules: {
    status: 422,
    zh: '{file} 不是招生地段规则表。',
    en: '{file} is no table of catchment rules.',
    remedy: {
      zh: '需要 village 与 base_school（或 free_choice_schools）列，或 school 与 basic_area 列；见手册 siting.md。',
      en: 'It needs the columns village and base_school (or free_choice_schools), or school and basic_area; see siting.md in the handbook.',
    },
  },
  notDoors: {
    status: 422,
    zh: '{file} 不是门牌表。',
    en: '{file} is no table of doors.',
    remedy: {
      zh: '需要 road、lane、alley、number、village、neighbourhood 列。',
      en: 'It needs the columns road, lane, alley, number, village and neighbourhood.',
    },
  },
  drawPageMissing: {
    status: 404,
    zh: '摇号核验页尚未构建。',
    en: 'The page that checks draws is not built yet.',
    remedy: { zh: '请先运行一次 npm start。', en: 'Run npm start once.' },
  },
  rowsRefused: {
    status: 422,
    zh: '{file} 有 {count} 处不能导入。',
    en: '{count} places in {file} cannot be imported.',
    remedy: {
      zh: '请按所列的单元格改正；或用 --partial 只取正确的行。',
      en: 'Mend the cells listed, or take the good rows only with --partial.',
    },
  },
  notASnapshot: {
    status: 422,
    zh: '{file} 不是评估快照文件，或已损坏。',
    en: '{file} is not a snapshot of an evaluation, or it is damaged.',
    remedy: {
      zh: '快照文件由“junheng evaluate --save”写出；已入库的快照请给出其编号。',
      en: 'Such files are written by `junheng evaluate --save`; give the id of a snapshot in the database.',
    },
  },
  trialIsLocal: {
    status: 422,
    zh: '试用状态下不能在 {host} 上监听：试用中无人登录，只有本机可以访问。',
    en: 'A trial does not listen on {host}: nobody signs in during a trial, so only this machine may ask.',
    remedy: {
      zh: '请先用启动时显示的一次性链接设立系统管理员，再开放到网络；或改用 127.0.0.1。',
      en: 'Make the first administrator by the one-time link that the start shows, then open it to the network; or use 127.0.0.1.',
    },
  },
  noSchools: {
    status: 422,
    zh: '文件中没有可评估的学校。',
    en: 'The files hold no school that could be evaluated.',
    remedy: { zh: '请检查映射文件中的单位和事实部分。', en: 'Check the units and facts of the profile.' },
  },
});
