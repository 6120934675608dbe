/** Where the providers are. Nobody sets it from a screen: a clinic's own address would be a way into its network. */
export interface Hosts {
  aliyun: string;
  tencent: string;
  wechat: string;
  wecom: string;
  dingtalk: string;
  feishu: string;
  /** Where the pictures lie that a provider draws. */
  isPictureHost(url: URL): boolean;
  now(): string;
  nonce(): string;
}
