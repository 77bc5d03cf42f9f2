import type { PerPlace } from './calibration.ts';

/** What a pupil of a school has on average; the junior figures also serve the upper stages. */
export interface Provision {
  /** Shares of the full-time teachers. */
  readonly aboveRequiredDegree: PerPlace;
  readonly backbone: PerPlace;
  readonly peArts: PerPlace;
  readonly middleTitle: PerPlace;
  /** Per pupil. */
  readonly teachingAreaM2: PerPlace;
  readonly sportsAreaM2: PerPlace;
  readonly equipmentYuan: PerPlace;
  readonly computers: PerPlace;
  readonly books: PerPlace;
  /** Per class. */
  readonly multimediaRooms: PerPlace;
}

export const provision: Readonly<Record<'primary' | 'junior', Provision>> = {
  primary: {
    aboveRequiredDegree: { urban: 0.99, town: 0.985, rural: 0.97 },
    backbone: { urban: 0.27, town: 0.23, rural: 0.175 },
    peArts: { urban: 0.195, town: 0.18, rural: 0.145 },
    middleTitle: { urban: 0.56, town: 0.55, rural: 0.5 },
    teachingAreaM2: { urban: 5.3, town: 5.9, rural: 8.6 },
    sportsAreaM2: { urban: 9.4, town: 10.6, rural: 15.5 },
    equipmentYuan: { urban: 2_650, town: 2_450, rural: 2_900 },
    computers: { urban: 0.17, town: 0.16, rural: 0.22 },
    books: { urban: 24, town: 24, rural: 31 },
    multimediaRooms: { urban: 1.16, town: 1.12, rural: 1.1 },
  },
  junior: {
    aboveRequiredDegree: { urban: 0.95, town: 0.92, rural: 0.88 },
    backbone: { urban: 0.215, town: 0.19, rural: 0.15 },
    peArts: { urban: 0.145, town: 0.135, rural: 0.115 },
    middleTitle: { urban: 0.6, town: 0.58, rural: 0.54 },
    teachingAreaM2: { urban: 6.9, town: 7.5, rural: 10.2 },
    sportsAreaM2: { urban: 12.8, town: 14, rural: 19.5 },
    equipmentYuan: { urban: 3_350, town: 3_150, rural: 3_700 },
    computers: { urban: 0.22, town: 0.21, rural: 0.28 },
    books: { urban: 35, town: 36, rural: 44 },
    multimediaRooms: { urban: 1.24, town: 1.2, rural: 1.18 },
  },
};
