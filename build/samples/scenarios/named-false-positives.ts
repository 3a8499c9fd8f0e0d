import { run, type SampleScenario } from '../scenario.ts';

const explorer = {
  path: 'C:\\Windows\\explorer.exe',
  command: 'C:\\WINDOWS\\Explorer.EXE',
  parent: 'userinit.exe',
} as const;
const bash = { path: '/usr/bin/bash', command: '-bash', parent: 'sshd' } as const;
const systemd = { path: '/usr/lib/systemd/systemd', command: '/sbin/init', parent: '', account: 'system' } as const;
const cron = { path: '/usr/sbin/cron', command: '/usr/sbin/CRON -f -P', parent: 'cron', account: 'system' } as const;
const powershell = {
  path: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  command: 'powershell.exe',
  parent: 'WindowsTerminal.exe',
} as const;
const warcraft = 'C:\\Program Files (x86)\\World of Warcraft\\_retail_';

/** Game engines. */
const games: readonly SampleScenario[] = [
  {
    id: 'world-of-warcraft-client',
    label: 'FP',
    devices: ['game-ws-07'],
    times: 4,
    parent: {
      path: 'C:\\Program Files (x86)\\Battle.net\\Battle.net.exe',
      command: '"C:\\Program Files (x86)\\Battle.net\\Battle.net.exe"',
      parent: 'explorer.exe',
    },
    processes: [run('client', `${warcraft}\\Wow.exe`, `"${warcraft}\\Wow.exe" -launcherlogin -uid wow_engb`)],
  },
  {
    id: 'world-of-warcraft-add-on',
    label: 'FP',
    devices: ['game-ws-07'],
    times: 6,
    parent: explorer,
    processes: [
      run(
        'editor',
        ({ run }) =>
          run % 2 === 0 ? 'C:\\Windows\\System32\\notepad.exe' : 'C:\\Program Files\\Notepad++\\notepad++.exe',
        ({ run, random }) =>
          run % 2 === 0
            ? `"C:\\WINDOWS\\system32\\NOTEPAD.EXE" ${warcraft}\\WTF\\Account\\7712345#1\\SavedVariables\\${random.pick(['Details', 'WeakAuras', 'Bartender4'])}.lua`
            : `"C:\\Program Files\\Notepad++\\notepad++.exe" "${warcraft}\\Interface\\AddOns\\CorvidBars\\${random.pick(['Core', 'Options', 'Locale'])}.lua"`,
      ),
    ],
  },
  {
    id: 'roblox-player',
    label: 'FP',
    devices: ['game-ws-07'],
    times: 3,
    parent: explorer,
    processes: [
      run(
        'player',
        ({ user }) =>
          `C:\\Users\\${user}\\AppData\\Local\\Roblox\\Versions\\version-5f1c27a2d3e94b60\\RobloxPlayerBeta.exe`,
        ({ user }) =>
          `"C:\\Users\\${user}\\AppData\\Local\\Roblox\\Versions\\version-5f1c27a2d3e94b60\\RobloxPlayerBeta.exe" --app`,
      ),
    ],
  },
  {
    id: 'roblox-developer',
    label: 'FP',
    devices: ['dev-ws-102'],
    times: 8,
    parent: powershell,
    processes: [
      run(
        'formatter',
        ({ user }) => `C:\\Users\\${user}\\.rokit\\tool-storage\\JohnnyMorganz\\StyLua\\0.20.0\\stylua.exe`,
        ({ random }) => `stylua.exe --check src\\client\\${random.pick(['Main', 'Camera', 'Hud'])}.client.lua`,
      ),
      run(
        'test-runner',
        ({ user }) => `C:\\Users\\${user}\\.rokit\\tool-storage\\rojo-rbx\\run-in-roblox\\0.3.0\\run-in-roblox.exe`,
        'run-in-roblox.exe --place build\\test.rbxlx --script tests\\run.lua',
        run(
          'studio',
          ({ user }) =>
            `C:\\Users\\${user}\\AppData\\Local\\Roblox\\Versions\\version-0d9c4aa1b7e2f358\\RobloxStudioBeta.exe`,
          ({ user }) =>
            `"C:\\Users\\${user}\\AppData\\Local\\Roblox\\Versions\\version-0d9c4aa1b7e2f358\\RobloxStudioBeta.exe" "C:\\Users\\${user}\\src\\corvid-run\\build\\test.rbxlx"`,
        ),
      ),
    ],
  },
];

/** Servers that carry Lua. */
const servers: readonly SampleScenario[] = [
  {
    id: 'redis-server',
    label: 'FP',
    devices: ['cache-01'],
    times: 2,
    parent: systemd,
    processes: [{ ...run('server', '/usr/bin/redis-server', '/usr/bin/redis-server 127.0.0.1:6379'), account: 'user' }],
  },
  {
    id: 'redis-script',
    label: 'FP',
    devices: ['cache-01', 'web-01'],
    times: 24,
    parent: cron,
    processes: [
      run(
        'client',
        '/usr/bin/redis-cli',
        ({ random }) =>
          `redis-cli -h cache-01 --eval /opt/shop/redis/${random.pick(['expire-carts', 'rate-limit', 'rebuild-index'])}.lua cart:{eu} , ${random.between(100, 900)}`,
      ),
    ],
  },
  {
    id: 'nginx-lua-module',
    label: 'FP',
    devices: ['web-01', 'web-02'],
    times: 6,
    parent: systemd,
    processes: [
      run('server', '/usr/sbin/nginx', `/usr/sbin/nginx -g "daemon on; master_process on;" -c /etc/nginx/nginx.conf`),
      run(
        'openresty',
        '/usr/local/openresty/nginx/sbin/nginx',
        `/usr/local/openresty/nginx/sbin/nginx -p /srv/edge -g "lua_package_path '/srv/edge/lua/?.lua;;'; daemon off;"`,
      ),
    ],
  },
  {
    id: 'openresty-scheduled-script',
    label: 'FP',
    devices: ['web-01', 'web-02'],
    times: 16,
    parent: cron,
    processes: [
      run(
        'resty',
        '/usr/bin/perl',
        ({ random }) =>
          `/usr/bin/perl /usr/local/openresty/bin/resty /usr/local/openresty/site/jobs/${random.pick(['warm-cache', 'rotate-keys'])}.lua`,
      ),
    ],
  },
  {
    id: 'kong-command',
    label: 'FP',
    devices: ['api-gw-01'],
    times: 10,
    parent: { path: '/usr/bin/bash', command: '-bash', parent: 'sshd' },
    processes: [
      run(
        'kong',
        '/usr/bin/perl',
        ({ random }) =>
          `/usr/bin/perl /usr/local/openresty/bin/resty /usr/local/bin/kong ${random.pick(['health', 'reload', 'config parse kong.yml'])}`,
        run(
          'shell',
          '/usr/bin/dash',
          `sh -c resty  --main-conf "" --http-conf "" -e 'package.path = "./?.lua;./?/init.lua;" .. package.path require("kong.cmd.init")("health", {})'`,
          run(
            'resty',
            '/usr/bin/perl',
            `/usr/bin/perl /usr/local/openresty/bin/resty --main-conf  --http-conf  -e package.path = "./?.lua;./?/init.lua;" .. package.path require("kong.cmd.init")("health", {})`,
          ),
        ),
      ),
    ],
  },
];

/** Network tools. */
const networkTools: readonly SampleScenario[] = [
  {
    id: 'wireshark-dissector',
    label: 'FP',
    devices: ['noc-ws-05'],
    times: 5,
    parent: explorer,
    processes: [
      run(
        'wireshark',
        'C:\\Program Files\\Wireshark\\Wireshark.exe',
        ({ user, random }) =>
          `"C:\\Program Files\\Wireshark\\Wireshark.exe" -X lua_script:C:\\Users\\${user}\\Documents\\dissectors\\${random.pick(['modbus-x', 'corvid-rpc'])}.lua`,
      ),
    ],
  },
  {
    id: 'tshark-dissector',
    label: 'FP',
    devices: ['noc-lx-02'],
    times: 7,
    parent: bash,
    processes: [
      run(
        'tshark',
        '/usr/bin/tshark',
        ({ random }) =>
          `tshark -X lua_script:/opt/noc/dissectors/corvid-rpc.lua -r /var/captures/edge-${random.between(1, 40)}.pcapng -Y corvid`,
      ),
    ],
  },
  {
    id: 'nmap-scan',
    label: 'FP',
    devices: ['noc-lx-02'],
    times: 6,
    parent: bash,
    processes: [
      run(
        'nmap',
        '/usr/bin/nmap',
        ({ random }) => `nmap -sV --script default,vuln 10.20.${random.between(1, 30)}.0/24`,
      ),
    ],
  },
  {
    id: 'nmap-fingerprint-file',
    label: 'FP',
    devices: ['noc-lx-02'],
    times: 6,
    parent: bash,
    processes: [
      run(
        'nmap',
        '/usr/bin/nmap',
        ({ random }) =>
          `nmap -p 80,443 --script http-enum --script-args http-enum.fingerprintfile=/usr/share/nmap/nselib/data/http-fingerprints.lua 10.20.${random.between(1, 30)}.0/24`,
      ),
    ],
  },
];

/** Every false positive that the rule names: game engines, servers and gateways, network tools. */
export const namedFalsePositives: readonly SampleScenario[] = [...games, ...servers, ...networkTools];
