import { createHash } from 'node:crypto';

/** What a sensor reads from an executable file. Hashes are made from its path: they belong to no real file. */
export interface ProgramFile {
  readonly fileName: string;
  readonly sha1: string;
  readonly sha256: string;
  readonly md5: string;
  /** In bytes. */
  readonly size: number;
  readonly version: VersionInfo | undefined;
}

interface VersionInfo {
  readonly company: string;
  readonly product: string;
  readonly version: string;
  readonly originalFileName: string;
  readonly description: string;
}

/** Company, product, version and description by file name, of programs that carry them. */
const versions: Readonly<Record<string, readonly [string, string, string, string]>> = {
  'svchost.exe': windows('Host Process for Windows Services'),
  'services.exe': windows('Services and Controller app'),
  'cmd.exe': windows('Windows Command Processor'),
  'powershell.exe': windows('Windows PowerShell'),
  'conhost.exe': windows('Console Window Host'),
  'explorer.exe': windows('Windows Explorer'),
  'notepad.exe': windows('Notepad'),
  'whoami.exe': windows('whoami - displays logged on user information'),
  'schtasks.exe': windows('Task Scheduler Configuration Tool'),
  'msiexec.exe': windows('Windows installer'),
  'taskhostw.exe': windows('Host Process for Windows Tasks'),
  'backgroundTaskHost.exe': windows('Background Task Host'),
  'RuntimeBroker.exe': windows('Runtime Broker'),
  'wmic.exe': windows('WMI Commandline Utility'),
  'ipconfig.exe': windows('IP Configuration Utility'),
  'gpupdate.exe': windows('Group Policy Update Utility'),
  'WINWORD.EXE': ['Microsoft Corporation', 'Microsoft Office', '16.0.17328.20162', 'Microsoft Word'],
  'EXCEL.EXE': ['Microsoft Corporation', 'Microsoft Office', '16.0.17328.20162', 'Microsoft Excel'],
  'OUTLOOK.EXE': ['Microsoft Corporation', 'Microsoft Outlook', '16.0.17328.20162', 'Microsoft Outlook'],
  'msedge.exe': ['Microsoft Corporation', 'Microsoft Edge', '122.0.2365.80', 'Microsoft Edge'],
  'chrome.exe': ['Google LLC', 'Google Chrome', '122.0.6261.112', 'Google Chrome'],
  'Code.exe': ['Microsoft Corporation', 'Visual Studio Code', '1.87.0', 'Visual Studio Code'],
  'node.exe': ['Node.js', 'Node.js', '20.11.1', 'Node.js JavaScript Runtime'],
  'python.exe': ['Python Software Foundation', 'Python', '3.12.2', 'Python'],
  'git.exe': ['The Git Development Community', 'Git', '2.44.0.windows.1', 'Git for Windows'],
  'Wireshark.exe': ['The Wireshark developer community', 'Wireshark', '4.2.3', 'Wireshark'],
  'nmap.exe': ['Insecure.Org', 'Nmap', '7.94', 'Nmap'],
  'pandoc.exe': ['John MacFarlane', 'Pandoc', '3.1.12', 'Pandoc'],
  'Wow.exe': ['Blizzard Entertainment', 'World of Warcraft', '10.2.5.53584', 'World of Warcraft Retail'],
  'RobloxPlayerBeta.exe': ['Roblox Corporation', 'Roblox Bootstrapper', '1, 6, 0, 6150', 'Roblox Game Client'],
  'RobloxStudioBeta.exe': ['Roblox Corporation', 'Roblox Studio', '1, 6, 0, 6150', 'Roblox Studio'],
};

function windows(description: string): readonly [string, string, string, string] {
  return ['Microsoft Corporation', 'Microsoft® Windows® Operating System', '10.0.22631.1', description];
}

/** The last part of a Windows or Linux path. */
export function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
}

/** The file at a path; the same path has the same file everywhere. */
export function programFile(path: string): ProgramFile {
  const fileName = fileNameOf(path);
  const digest = (algorithm: string) => createHash(algorithm).update(`program ${path}`).digest('hex');
  const sha256 = digest('sha256');
  const known = versions[fileName];
  const version = known && {
    company: known[0],
    product: known[1],
    version: known[2],
    description: known[3],
    originalFileName: fileName,
  };
  const size = 20_480 + (Number.parseInt(sha256.slice(0, 6), 16) % 4_000_000);
  return { fileName, sha1: digest('sha1'), sha256, md5: digest('md5'), size, version };
}
