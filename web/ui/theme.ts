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

export const theme: ThemeConfig = {
  token: {
    colorPrimary: accent,
    colorInfo: accent,
    colorLink: accent,
    colorError: meanings.overdue.ink,
    colorWarning: meanings.soon.ink,
    colorSuccess: meanings.done.ink,
    colorTextBase: '#1c2430',
    colorBgLayout: '#f4f5f7',
    colorBorder: '#d3d8df',
    colorBorderSecondary: '#e6e9ee',
    borderRadius: 6,
    fontSize: 14,
    fontFamily: 'inherit',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
    wireframe: false,
  },
  components: {
    Layout: { headerBg: '#ffffff', siderBg: '#ffffff', headerHeight: 48, headerPadding: '0 16px' },
    Menu: { itemHeight: 36, itemMarginInline: 8, activeBarBorderWidth: 0 },
    Table: {
      cellPaddingBlockSM: 7,
      cellPaddingInlineSM: 10,
      headerBg: '#f8f9fa',
      headerSplitColor: 'transparent',
    },
    Form: { itemMarginBottom: 18, verticalLabelPadding: '0 0 4px' },
    Descriptions: { itemPaddingBottom: 8 },
  },
};
