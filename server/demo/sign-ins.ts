import { randomInt } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Role } from '#domain/staff/role.ts';
import type { Chain } from './chain.ts';
import { chainName } from './content/chain.ts';

/** Letters and digits that nobody mistakes for each other. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password for this fill alone: 16 of 31 signs, in groups that can be read aloud. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

const roleNames: Record<Role, string> = {
  owner: '机构所有者',
  admin: '系统管理员',
  manager: '总经理',
  cs_supervisor: '客服主管',
  cs_agent: '客服专员',
  front_desk: '前台',
  consultant: '咨询师',
  web_consultant: '网电咨询',
  doctor: '医生',
  nurse: '护士',
};

/** Who may sign in and with what, as lines for a terminal and a file. */
export function signInLines(chain: Chain, password: string): string[] {
  const rows = chain.staff.map(({ role, name, clinic, login }) => [
    login,
    role,
    roleNames[role],
    name,
    clinic === null ? '全部门诊' : chain.clinics[clinic]!.name,
  ]);
  const table = [['login', 'role', '岗位', '姓名', '门诊'], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => widthOf(row[column]!))));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(widths[column]! - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
  return [`Demo chain ${chainName}: everybody signs in with the password  ${password}`, '', ...lines];
}

/** A Chinese sign is as wide as two letters. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);
}

/** Keeps them where only the owner of the data folder can read them. */
export async function keepSignIns(dataDir: string, lines: readonly string[]): Promise<string> {
  const file = path.join(dataDir, 'demo-sign-ins.txt');
  await mkdir(dataDir, { recursive: true });
  // A file that is there already would keep its own mode.
  await rm(file, { force: true });
  await writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return file;
}
