import { useParams } from 'react-router';
import { SchoolCard } from './card.tsx';
import { SchoolList } from './school-list.tsx';

/** The compliance card of one school, or the schools that lack something. */
export function CompliancePage() {
  const { unit } = useParams();
  return unit === undefined ? <SchoolList /> : <SchoolCard unit={unit} />;
}
