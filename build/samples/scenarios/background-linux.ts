import type { DeviceKey } from '../fleet.ts';
import { run, type SampleParent, type SampleProcess, type SampleScenario } from '../scenario.ts';

const servers: readonly DeviceKey[] = ['web-01', 'web-02', 'api-gw-01', 'cache-01', 'noc-lx-02', 'doc-lx-01'];
const shell: SampleParent = { path: '/usr/bin/bash', command: '-bash', parent: 'sshd' };
const cron: SampleParent = {
  path: '/usr/sbin/cron',
  command: '/usr/sbin/CRON -f -P',
  parent: 'cron',
  account: 'system',
};
const systemd: SampleParent = {
  path: '/usr/lib/systemd/systemd',
  command: '/sbin/init',
  parent: '',
  account: 'system',
};
const containerShim: SampleParent = {
  path: '/usr/bin/containerd-shim-runc-v2',
  command: '/usr/bin/containerd-shim-runc-v2 -namespace k8s.io -address /run/containerd/containerd.sock',
  parent: 'systemd',
  account: 'system',
};
const runner: SampleParent = {
  path: '/usr/bin/bash',
  command: '/usr/bin/bash -e /home/runner/work/_temp/build.sh',
  parent: 'Runner.Worker',
};

function ordinary(
  id: string,
  times: number,
  parent: SampleParent,
  devices: readonly DeviceKey[],
  ...processes: readonly SampleProcess[]
): SampleScenario {
  return { id: `background-${id}`, label: 'benign', devices, parent, times, processes };
}

/** An ordinary day on Linux. None of it looks like Lua. */
export const backgroundLinux: readonly SampleScenario[] = [
  ordinary(
    'ssh',
    40,
    {
      path: '/usr/sbin/sshd',
      command: 'sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups',
      parent: 'systemd',
      account: 'system',
    },
    servers,
    run('session', '/usr/sbin/sshd', '/usr/sbin/sshd -D -R', {
      ...run('shell', '/usr/bin/bash', '-bash'),
      account: 'user',
    }),
  ),
  ordinary(
    'cron',
    60,
    cron,
    servers,
    run(
      'shell',
      '/usr/bin/dash',
      `/bin/sh -c    cd / && run-parts --report /etc/cron.hourly`,
      run('run-parts', '/usr/bin/run-parts', 'run-parts --report /etc/cron.hourly'),
    ),
  ),
  ordinary(
    'statistics',
    50,
    cron,
    servers,
    run('shell', '/usr/bin/dash', '/bin/sh -c command -v debian-sa1 > /dev/null && debian-sa1 1 1'),
  ),
  ordinary(
    'packages',
    14,
    {
      path: '/usr/lib/apt/apt.systemd.daily',
      command: '/bin/sh /usr/lib/apt/apt.systemd.daily update',
      parent: 'systemd',
      account: 'system',
    },
    servers,
    run(
      'apt',
      '/usr/bin/apt-get',
      'apt-get -qq -y update',
      run('method', '/usr/lib/apt/methods/http', '/usr/lib/apt/methods/http'),
      run(
        'verify',
        '/usr/bin/gpgv',
        ({ random }) =>
          `/usr/bin/gpgv --homedir /tmp/apt-key-gpghome.${random.hex(10)} --keyring /usr/share/keyrings/archive.gpg --ignore-time-conflict`,
      ),
    ),
  ),
  ordinary(
    'dpkg',
    20,
    {
      path: '/usr/bin/dpkg',
      command: '/usr/bin/dpkg --status-fd 17 --configure --pending',
      parent: 'apt-get',
      account: 'system',
    },
    servers,
    run(
      'postinst',
      '/usr/bin/dash',
      ({ random }) =>
        `/bin/sh /var/lib/dpkg/info/${random.pick(['openssh-server', 'tzdata', 'libc-bin', 'ca-certificates'])}.postinst configure`,
    ),
  ),
  ordinary(
    'services',
    30,
    systemd,
    servers,
    run(
      'service',
      '/usr/bin/systemctl',
      ({ random }) =>
        `systemctl ${random.pick(['is-active --quiet redis-server', 'reload nginx', 'list-units --failed --no-legend', 'daemon-reload'])}`,
    ),
  ),
  ordinary(
    'administration',
    120,
    shell,
    servers,
    run(
      'tool',
      ({ run }) => `/usr/bin/${['ls', 'tail', 'grep', 'df', 'ps', 'vim.basic'][run % 6]}`,
      ({ run, random }) =>
        [
          'ls --color=auto -lah',
          `tail -n ${random.between(50, 400)} -f /var/log/nginx/error.log`,
          `grep -rn timeout /etc/nginx/conf.d`,
          'df -h',
          'ps aux --sort=-%mem',
          'vim /etc/haproxy/haproxy.cfg',
        ][run % 6],
    ),
  ),
  ordinary(
    'kubelet-probe',
    90,
    containerShim,
    ['k8s-node-03'],
    run(
      'runtime',
      '/usr/bin/runc',
      ({ random }) =>
        `runc --root /run/containerd/runc/k8s.io --log-format json exec --process /tmp/runc-process${random.between(1e6, 9e8)} --detach ${random.hex(24)}`,
      run(
        'probe',
        '/usr/bin/wget',
        ({ random }) => `wget -q -O - http://127.0.0.1:${random.pick([8080, 9090, 3000])}/healthz`,
      ),
    ),
  ),
  ordinary(
    'container-start',
    24,
    containerShim,
    ['k8s-node-03'],
    run(
      'entry',
      '/usr/bin/java',
      ({ random }) =>
        `java -XX:MaxRAMPercentage=75 -jar /app/${random.pick(['orders', 'billing', 'search'])}-service.jar --spring.profiles.active=prod`,
    ),
  ),
  ordinary(
    'compile',
    60,
    { path: '/usr/bin/make', command: 'make -j8 all', parent: 'bash' },
    ['ci-runner-04', 'dev-lx-11'],
    run(
      'driver',
      '/usr/bin/x86_64-linux-gnu-gcc-13',
      ({ random }) =>
        `gcc -O2 -g -Wall -fPIC -c -o build/${random.pick(['parser', 'socket', 'table', 'main'])}.o src/${random.hex(4)}.c`,
      run(
        'compiler',
        '/usr/libexec/gcc/x86_64-linux-gnu/13/cc1',
        ({ random }) =>
          `/usr/libexec/gcc/x86_64-linux-gnu/13/cc1 -quiet -imultiarch x86_64-linux-gnu src/${random.hex(4)}.c -O2 -g -o /tmp/cc${random.hex(6)}.s`,
      ),
    ),
  ),
  ordinary(
    'continuous-integration',
    50,
    runner,
    ['ci-runner-04'],
    run(
      'step',
      ({ run }) => ['/usr/bin/git', '/usr/bin/node', '/usr/bin/docker', '/usr/bin/tar'][run % 4],
      ({ run, random }) =>
        [
          `git -c protocol.version=2 fetch --no-tags --prune --depth=1 origin +refs/pull/${random.between(100, 999)}/merge`,
          '/usr/bin/node /usr/lib/node_modules/npm/bin/npm-cli.js ci',
          `docker build -t registry.corvid.example/api:${random.hex(7)} .`,
          'tar --posix -cf cache.tzst -P -C /home/runner/work --use-compress-program zstdmt',
        ][run % 4],
    ),
  ),
  ordinary('python-service', 30, systemd, ['web-01', 'web-02'], {
    ...run(
      'worker',
      '/usr/bin/python3.11',
      ({ random }) =>
        `/usr/bin/python3 /srv/shop/manage.py ${random.pick(['clearsessions', 'send_queued_mail', 'rebuild_index --workers=2'])}`,
    ),
    account: 'user',
  }),
  ordinary(
    'database',
    20,
    {
      path: '/usr/lib/postgresql/16/bin/postgres',
      command: '/usr/lib/postgresql/16/bin/postgres -D /var/lib/postgresql/16/main',
      parent: 'systemd',
    },
    ['cache-01'],
    run(
      'archive',
      '/usr/bin/dash',
      ({ random }) => `sh -c test ! -f /mnt/wal/0000000100000A${random.hex(10).toUpperCase()} && cp pg_wal/x /mnt/wal/`,
    ),
  ),
];
