import type { RoadmapRowShown } from '#contracts/plans';
import type { Status } from '#web/ui';

/** How a standing is coloured, of a target and of a county on the roadmap alike: status colours only, each beside its word. */
export const standingStatus: Readonly<Record<RoadmapRowShown['standing'], Status>> = {
  reached: 'met',
  onTrack: 'near',
  slipping: 'notMet',
  missed: 'notMet',
  noTrend: 'noData',
  noData: 'noData',
  blank: 'noData',
  unset: 'noData',
};
