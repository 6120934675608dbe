import type { ThemeConfig } from 'antd';

/** The four meanings a colour may have, and none; each is always said with an icon and a word too (StatusTag). */
export type Meaning = 'overdue' | 'soon' | 'done' | 'risk' | 'neutral';

export const meanings: Record<Meaning, { ink: string; ground: string; edge: string }> = {
  overdue: { ink: '#b42318', ground: '#fef3f2', edge: '#f7c9c4' },
  soon: { ink: '#93590a', ground: '#fff8eb', edge: '#f2d9a9' },
  done: { ink: '#24703d', ground: '#f0f9f2', edge: '#bfe0c8' },
  risk: { ink: '#7a3e9d', ground: '#f9f4fd', edge: '#e0cdee' },
  neutral: { ink: '#4a5563', ground: '#f5f6f8', edge: '#dfe3e8' },
};

const accent = '#0f6f6a';
// Ant Design mixes its tints from the accent; of one as dark as ours they come out grey.
const accentTints = {
  colorPrimaryBg: '#e8f4f2',
  colorPrimaryBgHover: '#d5ebe8',
  colorPrimaryBorder: '#a3d0cb',
  colorPrimaryBorderHover: '#6bb3ac',
  colorPrimaryHover: '#15857f',
  colorPrimaryActive: '#0a5551',
  colorInfoBg: '#eff7f6',
  colorInfoBorder: '#b9dcd8',
  colorLinkHover: '#15857f',
  controlOutline: 'rgb(15 111 106 / 16%)',
};

export const theme: ThemeConfig = {
  token: {
    colorPrimary: accent,
    colorInfo: accent,
    colorLink: accent,
    colorError: meanings.overdue.ink,
    colorWarning: meanings.soon.ink,
    colorSuccess: meanings.done.ink,
    ...accentTints,
    colorErrorBg: meanings.overdue.ground,
    colorErrorBorder: meanings.overdue.edge,
    colorWarningBg: meanings.soon.ground,
    colorWarningBorder: meanings.soon.edge,
    colorSuccessBg: meanings.done.ground,
    colorSuccessBorder: meanings.done.edge,
    colorTextBase: '#1c2430',
    colorTextDescription: '#5b6674',
    colorTextPlaceholder: '#77828f',
    colorBgLayout: '#f4f5f7',
    colorBorder: '#d3d8df',
    colorBorderSecondary: '#e6e9ee',
    borderRadius: 6,
    fontSize: 14,
    fontFamily: 'inherit',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Menu: { itemHeight: 32, itemMarginInline: 8, activeBarBorderWidth: 0, groupTitleFontSize: 12 },
    Table: {
      cellPaddingBlockSM: 7,
      cellPaddingInlineSM: 10,
      headerBg: '#f8f9fa',
      headerSplitColor: 'transparent',
    },
    Form: { verticalLabelPadding: '0 0 4px' },
    Descriptions: { itemPaddingBottom: 8, labelColor: '#5b6674' },
  },
};

/** For who asked for less motion; with short motions alone, components would wait for an end that may never be told. */
export const stillTheme: ThemeConfig = { ...theme, token: { ...theme.token, motion: false } };
