import type { ThemeConfig } from 'antd/es/config-provider';

/** The colours of style/base.css, which Ant Design needs as values to derive its own shades from them. */
export const palette = {
  ink: '#1b2430',
  'ink-soft': '#4b5563',
  edge: '#d5dae1',
  paper: '#fff',
  ground: '#f4f5f7',
  press: '#eceff3',
  met: '#1a7f37',
  near: '#8a5a00',
  'not-met': '#c62828',
  'no-data': '#5f6b7a',
} as const;

// The edge of a control stands 3:1 against paper; --edge is for what only divides.
const controlEdge = '#8b95a3';

/** Ant Design in the look of the other sheets; `scale` is 1.25 for large text, a thumb needs 40 px. */
export function designTheme(scale: number, thumb: boolean): ThemeConfig {
  const controlHeight = (thumb ? 40 : 32) * scale;
  return {
    token: {
      colorPrimary: palette.ink,
      colorPrimaryHover: '#33404f',
      colorPrimaryBorder: palette.ink,
      colorInfo: palette.ink,
      colorLink: palette.ink,
      colorSuccess: palette.met,
      colorWarning: palette.near,
      colorError: palette['not-met'],
      colorText: palette.ink,
      colorTextSecondary: palette['ink-soft'],
      colorTextPlaceholder: palette['no-data'],
      colorBgLayout: palette.ground,
      colorBorder: controlEdge,
      colorBorderSecondary: palette.edge,
      borderRadius: 4,
      controlHeight,
      controlHeightSM: (thumb ? 40 : 24) * scale,
      fontFamily: 'var(--font)',
      fontSize: 14 * scale,
      lineWidthFocus: 2,
      motion: false,
    },
    components: {
      Button: {
        defaultShadow: 'none',
        primaryShadow: 'none',
        dangerShadow: 'none',
        paddingInline: 12 * scale,
        defaultHoverBg: palette.press,
        defaultHoverColor: palette.ink,
        defaultHoverBorderColor: controlEdge,
        defaultActiveColor: palette.ink,
        defaultActiveBorderColor: palette.ink,
        textHoverBg: palette.press,
      },
      Table: {
        cellPaddingBlockSM: 5,
        cellPaddingInlineSM: 10,
        headerBg: '#f0f2f5',
        headerSortActiveBg: palette.press,
        headerSortHoverBg: palette.press,
        bodySortBg: palette.paper,
        rowHoverBg: '#f7f8fa',
        rowSelectedBg: '#e9edf2',
        rowSelectedHoverBg: '#e9edf2',
        borderColor: '#e8ebef',
        headerBorderRadius: 4,
      },
    },
  };
}
