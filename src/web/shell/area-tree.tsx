import { useEffect, useState } from 'react';
import { NavLink } from 'react-router';
import type { AreaRow } from '#contracts/organization';
import { useAnswer } from '#web/api';
import { numberText } from '#web/locale';
import { useShellMessages } from './messages.ts';
import { readOpenAreas, writeOpenAreas } from './open-areas.ts';
import { useView } from './use-view.ts';

const nation = '000000';
const schoolsShown = 120;

interface BranchProps {
  readonly area: string;
  readonly level: string;
  readonly find: string;
  readonly open: ReadonlySet<string>;
  readonly toggle: (code: string) => void;
}

const matches = (name: string, find: string) => find === '' || name.toLowerCase().includes(find.toLowerCase());

function Schools({ area, find }: { readonly area: string; readonly find: string }) {
  const view = useView();
  const words = useShellMessages();
  const { data } = useAnswer('organization.units', { params: { area }, query: { limit: schoolsShown } });
  if (!data) return null;
  return (
    <ul>
      {data.rows
        .filter((unit) => matches(unit.name, find))
        .map((unit) => (
          <li key={unit.id}>
            <NavLink className="jh-tree-link jh-tree-unit" to={view.href('schools', unit.id, {}, unit.county)}>
              {unit.name}
            </NavLink>
          </li>
        ))}
      {data.total > data.rows.length ? (
        <li>
          <NavLink end className="jh-tree-link jh-quiet" to={view.href('schools', '', {}, area)}>
            {words.treeMore(numberText(data.total - data.rows.length))}
          </NavLink>
        </li>
      ) : null}
    </ul>
  );
}

function Node({ row, find, open, toggle }: { readonly row: AreaRow } & Omit<BranchProps, 'area' | 'level'>) {
  const view = useView();
  const words = useShellMessages();
  const isOpen = open.has(row.code);
  return (
    <li>
      <span className="jh-tree-node">
        <button
          type="button"
          className="jh-tree-toggle"
          aria-expanded={isOpen}
          aria-label={isOpen ? words.collapse(row.name) : words.expand(row.name)}
          onClick={() => toggle(row.code)}
        >
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
        </button>
        <NavLink
          className={`jh-tree-link${view.area === row.code ? ' jh-tree-here' : ''}`}
          to={view.href('overview', '', {}, row.code)}
        >
          {row.name}
        </NavLink>
        <span className="jh-quiet jh-number">{numberText(row.units)}</span>
      </span>
      {isOpen ? <Branch area={row.code} level={row.level} find={find} open={open} toggle={toggle} /> : null}
    </li>
  );
}

function Branch({ area, level, find, open, toggle }: BranchProps) {
  const atCounty = level === 'county' || level === 'township';
  const words = useShellMessages();
  const { data } = useAnswer(
    'organization.children',
    { params: { area }, query: { only: 'units' } },
    { enabled: !atCounty },
  );
  if (atCounty) return <Schools area={area} find={find} />;
  if (!data) return <p className="jh-quiet">…</p>;
  if (data.rows.length === 0) {
    return area === nation ? <p className="jh-hint">{words.treeEmpty}</p> : <Schools area={area} find={find} />;
  }
  return (
    <ul>
      {data.rows
        .filter((row) => matches(row.name, find) || open.has(row.code))
        .map((row) => (
          <Node key={row.code} row={row} find={find} open={open} toggle={toggle} />
        ))}
    </ul>
  );
}

/** Areas and schools; what was opened stays open, on this device, and the way to the current area opens by itself. */
export function AreaTree({ above }: { readonly above: readonly string[] }) {
  const words = useShellMessages();
  const [find, setFind] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(readOpenAreas);
  const way = above.join(' ');
  useEffect(() => {
    if (way !== '') setOpen((current) => new Set([...current, ...way.split(' ')]));
  }, [way]);
  useEffect(() => writeOpenAreas(open), [open]);
  const toggle = (code: string) =>
    setOpen((current) => {
      const next = new Set(current);
      if (!next.delete(code)) next.add(code);
      return next;
    });
  return (
    <nav className="jh-tree" aria-label={words.areasNav}>
      <input
        type="search"
        className="jh-input"
        placeholder={words.treeFind}
        aria-label={words.treeFind}
        value={find}
        onChange={(event) => setFind(event.target.value)}
      />
      <Branch area={nation} level="nation" find={find} open={open} toggle={toggle} />
    </nav>
  );
}
