import { errors } from './errors.ts';
import type { Sheet } from './model.ts';
import type { Package } from './read-part.ts';
import { dateStyles } from './read-styles.ts';
import { attribute } from './scan-xml.ts';
import { sharedStrings } from './shared-strings.ts';

export interface WorkbookParts {
  readonly sheets: readonly (Sheet & { readonly part: string })[];
  readonly from1904: boolean;
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly hasMacros: boolean;
}

interface Relation {
  readonly target: string;
  readonly type: string;
}

/** Reads everything of a workbook but its rows. */
export function readWorkbook(pack: Package): WorkbookParts {
  const main = mainPart(pack);
  const relations = readRelations(pack, main);
  const listed: { name: string; hidden: boolean; relation: string }[] = [];
  let from1904 = false;
  pack.scanAll(main, {
    open(name, attributes) {
      if (name === 'workbookPr') {
        from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      } else if (name === 'sheet') {
        listed.push({
          name: attribute(attributes, 'name') ?? '',
          hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
          relation: attribute(attributes, 'id') ?? '',
        });
      }
    },
    close() {},
    text() {},
  });
  const sheets = listed.flatMap(({ name, hidden, relation }) => {
    const found = relations.get(relation);
    return found?.type === 'worksheet' ? [{ name, hidden, part: found.target }] : [];
  });
  if (sheets.length === 0) {
    throw errors.brokenFile({ file: pack.file, part: main });
  }
  const ofType = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.target;
  const stringsPart = ofType('sharedStrings');
  const stylesPart = ofType('styles');
  return {
    sheets: sheets.map((sheet, index) => ({ index, ...sheet })),
    from1904,
    strings: stringsPart !== undefined && pack.has(stringsPart) ? sharedStrings(pack, stringsPart) : [],
    dateStyles: stylesPart !== undefined && pack.has(stylesPart) ? dateStyles(pack, stylesPart) : [],
    hasMacros: ofType('vbaProject') !== undefined,
  };
}

function mainPart(pack: Package): string {
  if (pack.has('_rels/.rels')) {
    const found = [...readRelations(pack, '').values()].find((relation) => relation.type === 'officeDocument');
    if (found !== undefined && pack.has(found.target)) {
      return found.target;
    }
  }
  return 'xl/workbook.xml';
}

function readRelations(pack: Package, owner: string): Map<string, Relation> {
  const slash = owner.lastIndexOf('/');
  const folder = owner.slice(0, slash + 1);
  const relations = new Map<string, Relation>();
  pack.scanAll(`${folder}_rels/${owner.slice(slash + 1)}.rels`, {
    open(name, attributes) {
      if (name === 'Relationship') {
        const target = attribute(attributes, 'Target') ?? '';
        relations.set(attribute(attributes, 'Id') ?? '', {
          target: target.startsWith('/') ? target.slice(1) : joinPath(folder, target),
          type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        });
      }
    },
    close() {},
    text() {},
  });
  return relations;
}

function joinPath(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (folder + target).split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '.' && part !== '') {
      parts.push(part);
    }
  }
  return parts.join('/');
}
