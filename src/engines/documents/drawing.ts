/** A figure as shapes in points, origin at the upper left; drawn as vectors in a PDF and as pixels in a docx. */
export interface Drawing {
  readonly widthPt: number;
  readonly heightPt: number;
  /** What the figure shows, for those who cannot see it. */
  readonly alternative: string;
  readonly shapes: readonly Shape[];
}

export type Shape =
  | {
      readonly kind: 'rectangle';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
    }
  | {
      readonly kind: 'line';
      readonly from: Point;
      readonly to: Point;
      readonly widthPt: number;
      readonly color: string;
    }
  | {
      readonly kind: 'text';
      /** Where the anchor of the baseline stands. */
      readonly at: Point;
      readonly text: string;
      readonly sizePt: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly color: string;
    };

export type Point = readonly [x: number, y: number];
