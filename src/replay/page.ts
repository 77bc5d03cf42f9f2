import { type Difference, type DrawVerification, drawFiles, verifyDraw } from './verify-draw.ts';

const filesInput = inputOf('files');
const hashInput = inputOf('hash');
const codeInput = inputOf('code');
const result = document.getElementById('result') ?? document.body;
let chosen = new Map<string, Uint8Array>();
let verified: DrawVerification | null = null;

filesInput.addEventListener('change', () => void check());
hashInput.addEventListener('input', show);
codeInput.addEventListener('input', show);

async function check(): Promise<void> {
  verified = null;
  result.replaceChildren(both('p', '正在复算…', 'Computing…'));
  const files = [...(filesInput.files ?? [])].filter(({ name }) => drawFiles.includes(name));
  chosen = new Map(
    await Promise.all(files.map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())] as const)),
  );
  // lets the browser draw the line above first
  await new Promise((resolve) => setTimeout(resolve, 30));
  verified = verifyDraw(chosen);
  show();
}

function show(): void {
  if (verified === null) return;
  const { holds, listHash, differences } = verified;
  const told = hashInput.value.trim().toLowerCase();
  const isOther = told !== '' && told !== listHash;
  const verdict =
    holds && !isOther
      ? both('p', '一致：每一行都与重新计算的结果相同。', 'Holds: every line is what it must be.')
      : both('p', '不一致', 'Differs');
  verdict.className = holds && !isOther ? 'verdict holds' : 'verdict differs';
  const parts: Node[] = [verdict, facts(verified)];
  if (isOther) {
    parts.push(differenceOf({ file: 'frozen.json', line: 0, published: told, found: listHash }));
  }
  parts.push(...differences.map(differenceOf));
  const code = codeInput.value.trim();
  if (code !== '') parts.push(linesOfCode(code));
  result.replaceChildren(...parts);
}

function facts({ title, listHash, seed, source, applicants, placed, kind }: DrawVerification): HTMLElement {
  const outcome = {
    stable: '稳定 · stable',
    none: '不存在让所有绑定家庭都在一起的稳定结果 · no stable outcome keeps every family together',
    unsettled: '未找到稳定结果 · no stable outcome was found',
  };
  const list = document.createElement('dl');
  const pairs: readonly (readonly [string, string])[] = [
    ['名称 Title', title],
    ['名单摘要 List hash', listHash],
    ['种子 Seed', `${seed}（${source}）`],
    ['申请 Applicants', String(applicants)],
    ['录取 Placed', String(placed)],
    ['结论 Outcome', kind === null ? '' : outcome[kind]],
  ];
  for (const [name, value] of pairs) {
    if (listHash !== '' && value !== '') list.append(element('dt', name), element('dd', value));
  }
  return list;
}

function differenceOf({ file, line, published, found }: Difference): HTMLElement {
  const box = document.createElement('div');
  box.className = 'difference';
  const where = line === 0 ? [file, file] : [`${file} 第 ${line} 行`, `${file}, line ${line}`];
  box.append(both('strong', where[0] ?? '', where[1] ?? ''));
  const list = document.createElement('dl');
  if (published !== '') list.append(element('dt', '公布 Published'), element('dd', published, 'code'));
  list.append(element('dt', '复算 Found'), element('dd', found === '' ? '—' : found, 'code'));
  box.append(list);
  return box;
}

/** What was published of one application; whose lines hold is told by the verdict above. */
function linesOfCode(code: string): HTMLElement {
  const box = document.createElement('div');
  const linesIn = (name: string) => new TextDecoder().decode(chosen.get(name)).split('\n');
  const ticket = linesIn('applicants.csv')
    .find((line) => line.startsWith(`${code},`))
    ?.split(',')[1];
  const found = [
    ...linesIn('numbers.csv').filter((line) => line.split(',')[1] === ticket),
    ...linesIn('results.csv').filter((line) => line.startsWith(`${code},`)),
  ];
  box.append(both('h2', `代码 ${code}`, `Code ${code}`));
  if (ticket === undefined) box.append(both('p', '名单中没有这个代码。', 'This code is not in the list.'));
  for (const line of found) box.append(element('p', line, 'code'));
  return box;
}

function inputOf(id: string): HTMLInputElement {
  const found = document.getElementById(id);
  if (!(found instanceof HTMLInputElement)) throw new Error(`the page has no ${id}`);
  return found;
}

function both(tag: 'p' | 'strong' | 'h2', zh: string, en: string): HTMLElement {
  const made = element(tag, zh);
  const second = element('span', en);
  second.className = 'en';
  second.lang = 'en';
  made.append(second);
  return made;
}

function element(tag: string, text: string, inside?: 'code'): HTMLElement {
  const made = document.createElement(tag);
  if (inside === undefined) made.textContent = text;
  else made.append(element(inside, text));
  return made;
}
