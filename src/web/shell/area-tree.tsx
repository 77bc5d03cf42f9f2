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
  readonly isOpen: (code: string) => boolean;
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

function Node({ row, find, isOpen, toggle }: { readonly row: AreaRow } & Omit<BranchProps, 'area' | 'level'>) {
  const view = useView();
  const words = useShellMessages();
  const shown = isOpen(row.code);
  return (
    <li>
      <span className="jh-tree-node">
        <button
          type="button"
          className="jh-tree-toggle"
          aria-expanded={shown}
          aria-label={shown ? words.collapse(row.name) : words.expand(row.name)}
          onClick={() => toggle(row.code)}
        >
          <span aria-hidden="true">{shown ? '▾' : '▸'}</span>
        </button>
        <NavLink
          className={`jh-tree-link${view.area === row.code ? ' jh-tree-here' : ''}`}
          to={view.href('overview', '', {}, row.code)}
        >
          {row.name}
        </NavLink>
        <span className="jh-quiet jh-number">{numberText(row.units)}</span>
      </span>
      {shown ? <Branch area={row.code} level={row.level} find={find} isOpen={isOpen} toggle={toggle} /> : null}
    </li>
  );
}

function Branch({ area, level, find, isOpen, toggle }: BranchProps) {
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
        .filter((row) => matches(row.name, find) || isOpen(row.code))
        .map((row) => (
          <Node key={row.code} row={row} find={find} isOpen={isOpen} toggle={toggle} />
        ))}
    </ul>
  );
}

/** Areas and schools; what was opened stays open, on this device, and the way to the current area opens by itself. */
export function AreaTree({ above }: { readonly above: readonly string[] }) {
  const words = useShellMessages();
  const [find, setFind] = useState('');
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(
    () => new Map([...readOpenAreas()].map((code) => [code, true])),
  );
  useEffect(() => writeOpenAreas([...choices].filter(([, isOpen]) => isOpen).map(([code]) => code)), [choices]);
  const isOpen = (code: string) => choices.get(code) ?? above.includes(code);
  const toggle = (code: string) => setChoices((current) => new Map(current).set(code, !isOpen(code)));
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
      <Branch area={nation} level="nation" find={find} isOpen={isOpen} toggle={toggle} />
    </nav>
  );
}
