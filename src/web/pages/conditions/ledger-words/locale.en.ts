import type { Messages } from './locale.zh-cn.ts';

/** `toilet place` → `toilet places`; what is no English word stays (m², yuan). */
function plural(amount: string, resource: string): string {
  if (amount === '1' || !/[a-z]$/.test(resource) || /^(yuan|.*points)$/.test(resource)) return resource;
  if (resource.startsWith('member of')) return resource.replace('member', 'members');
  return /(s|x|ch)$/.test(resource) ? `${resource}es` : `${resource}s`;
}

export const en: Messages = {
  states: { open: 'open', closed: 'closed', lapsed: 'no longer applies' },
  progress: {
    unplanned: 'in no project',
    planned: 'planned',
    underway: 'under way',
    accepted: 'accepted, to be measured',
  },
  projectStates: {
    draft: 'draft',
    submitted: 'waiting for approval',
    approved: 'approved',
    underway: 'under way',
    reported: 'waiting for acceptance',
    accepted: 'accepted',
    cancelled: 'cancelled',
  },
  lights: { red: 'red', yellow: 'yellow', green: 'green' },
  overdue: 'overdue',
  bottomLine: 'bottom line',
  school: 'School',
  stage: 'Stage',
  item: 'Item',
  family: 'Family',
  state: 'State',
  standing: 'Progress',
  value: 'Value',
  line: 'Line',
  shortfall: 'Short by',
  act: 'Measure',
  cost: 'Money needed',
  noCost: 'no price',
  owner: 'Owner',
  due: 'Due',
  project: 'Project',
  opened: 'Opened',
  reopened: 'Fell back',
  county: 'County',
  shortBy: (amount, resource) => `${amount} ${plural(amount, resource)} short`,
  wholeSchool: 'Whole school',
};
