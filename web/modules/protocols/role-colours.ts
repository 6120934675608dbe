import type { Channel } from '#domain/followups/protocol.ts';
import type { FollowupRole } from '#domain/staff/role.ts';

/** Always beside the role's name: colour is never alone. */
export const roleColours: Record<FollowupRole, string> = {
  cs_agent: '#0f6f6a',
  cs_supervisor: '#7a3e9d',
  nurse: '#2f6fb3',
  doctor: '#b42318',
  consultant: '#93590a',
  web_consultant: '#5b6674',
  front_desk: '#4a7a1e',
};

/** The outline of a knot around 0, 0: a circle for the telephone, a square, a triangle, a diamond. */
export const knotShapes: Record<Channel, string> = {
  phone: 'M -7 0 A 7 7 0 1 1 7 0 A 7 7 0 1 1 -7 0 Z',
  wechat: 'M -6 -6 H 6 V 6 H -6 Z',
  sms: 'M 0 -8 L 8 6 H -8 Z',
  visit: 'M 0 -9 L 9 0 L 0 9 L -9 0 Z',
};
