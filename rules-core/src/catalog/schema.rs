//! The shape of the catalog: what is typed of every option, so that gates and criteria can read it.
//!
//! Data only. This file is compiled twice: in the crate, where `record!` and `vocabulary!` make plain types, and in
//! `build.rs`, where the same two macros make the readers that check the TOML files against it. A new property is one
//! line here; the build then lists every file that has not answered it yet.
//!
//! A property is a [`Cited`]: a value that rests on facts, a value that Edgewise judged (and says why), or unknown with
//! a reason. It is never blank.

use super::prelude::{Cited, CpuArchitecture, FactId, Pattern};

vocabulary! {
    /// Which kind of thing an option is; the eleven are not one category.
    pub enum ProductKind {
        /// Packages Kubernetes.
        Distribution = "distribution",
        /// An operating system made for Kubernetes nodes.
        OperatingSystem = "operating-system",
        /// Adds edge nodes to a cluster in the centre.
        EdgeFramework = "edge-framework",
        /// A control plane that a provider runs.
        Managed = "managed",
    }

    /// Whether something is there.
    pub enum Support {
        /// Yes, as it comes.
        Yes = "yes",
        /// Yes, once somebody has done what the remark of the property says.
        Action = "action",
        /// No.
        No = "no",
    }

    /// How the host changes.
    pub enum HostModel {
        /// Packages and files change in place.
        Mutable = "mutable",
        /// A new version is a new image.
        Image = "image",
        /// Either, decided when the host is installed.
        Either = "either",
    }

    /// Whether somebody can log in to a node.
    pub enum Shell {
        /// A login is part of the system.
        Present = "present",
        /// A login is part of the system, and an image or setting can leave it out.
        Removable = "removable",
        /// There is none.
        Absent = "absent",
    }

    /// What brings the earlier version back after a bad upgrade.
    pub enum Rollback {
        /// The machine returns to it without anybody's action.
        Automatic = "automatic",
        /// One documented command.
        ByCommand = "by-command",
        /// The old programme, and the data restored from a backup.
        Restore = "restore",
        /// Nothing is documented.
        None = "none",
    }

    /// How a node is brought into its state.
    pub enum MachineConfig {
        /// With whatever tool the team brings: shell, packages, configuration management.
        OwnTooling = "own-tooling",
        /// From one declared document per machine.
        Declared = "declared",
        /// By the provider.
        Provider = "provider",
    }

    /// What keeps the state of the cluster.
    pub enum Datastore {
        /// SQLite, one server only.
        Sqlite = "sqlite",
        /// etcd.
        Etcd = "etcd",
        /// dqlite.
        Dqlite = "dqlite",
        /// Whatever the provider runs.
        Provider = "provider",
    }

    /// How far an installation without any link is documented.
    pub enum AirGap {
        /// Documented by the project.
        Documented = "documented",
        /// Not documented, as far as was read.
        Undocumented = "undocumented",
        /// Needs the link.
        NeedsLink = "needs-link",
    }

    /// How certificates are renewed.
    pub enum Renewal {
        /// By themselves, while everything runs.
        Automatic = "automatic",
        /// When the service restarts.
        OnRestart = "on-restart",
        /// When the control plane is upgraded, or by a command.
        OnUpgrade = "on-upgrade",
        /// By a command.
        ByHand = "by-hand",
        /// By talking to the provider, within its own period.
        NeedsLink = "needs-link",
    }

    /// What carries out an upgrade of Kubernetes.
    pub enum UpgradeMechanism {
        /// A controller in the cluster works through a plan.
        PlanController = "plan-controller",
        /// Commands, node by node.
        NodeByNode = "node-by-node",
        /// Snap refreshes.
        SnapRefresh = "snap-refresh",
        /// Calls to the interface of the operating system.
        ApiCall = "api-call",
        /// A new image of the operating system.
        Image = "image",
        /// The provider.
        Provider = "provider",
    }

    /// How a node joins.
    pub enum Join {
        /// With a shared secret that does not expire by itself.
        LastingToken = "lasting-token",
        /// With a secret that serves once.
        OneTimeToken = "one-time-token",
        /// With a secret that expires.
        ExpiringToken = "expiring-token",
        /// With a declared machine configuration or registration of its own.
        MachineIdentity = "machine-identity",
        /// As the provider prescribes.
        Provider = "provider",
    }

    /// How close to upstream the cluster stays.
    pub enum Conformance {
        /// Upstream itself.
        Upstream = "upstream",
        /// A distribution that packages the upstream components.
        Packaged = "packaged",
        /// Replaces or reconfigures an upstream component.
        Replaces = "replaces",
    }

    /// How it is delivered.
    pub enum Packaging {
        /// One binary.
        Binary = "binary",
        /// A snap.
        Snap = "snap",
        /// Packages of the host's package manager.
        Packages = "packages",
        /// Part of an operating-system image.
        OsImage = "os-image",
        /// The provider runs it.
        Provider = "provider",
    }

    /// Whether a part comes along.
    pub enum Delivery {
        /// There and switched on.
        Bundled = "bundled",
        /// Comes along and has to be switched on.
        OptIn = "opt-in",
        /// Has to be brought.
        Absent = "absent",
        /// Not said in what was read.
        NotStated = "not-stated",
    }

    /// How far the projects vouch for a combination.
    pub enum Backing {
        /// A project says that it works.
        Stated = "stated",
        /// It works once somebody has done what the remark says.
        Action = "action",
        /// No project says anything.
        Silent = "silent",
        /// Known or reported not to work.
        Excluded = "excluded",
    }

    /// What a companion is for: jobs that no distribution settles.
    pub enum Job {
        /// The network of pods.
        PodNetwork = "pod-network",
        /// Addresses for services.
        LoadBalancer = "load-balancer",
        /// Volumes that outlive a pod.
        Storage = "storage",
        /// Where images come from.
        Registry = "registry",
        /// Watching and stopping what processes do.
        RuntimeSecurity = "runtime-security",
        /// Metrics, logs and flows.
        Observability = "observability",
        /// Many clusters as one fleet.
        FleetTooling = "fleet-tooling",
        /// One cluster for each site, or a shared one.
        ClusterShape = "cluster-shape",
        /// Who changes nodes, and how.
        OperatingModel = "operating-model",
    }

    /// How often a companion runs.
    pub enum Spread {
        /// On every node.
        EveryNode = "every-node",
        /// On the nodes that store.
        StorageNode = "storage-node",
        /// Once for a cluster.
        Cluster = "cluster",
        /// On a machine of its own.
        Machine = "machine",
    }

    /// What has to hold of sites and stack for a field report to concern them.
    pub enum Condition {
        /// Nodes get their addresses anew.
        DynamicAddresses = "dynamic-addresses",
        /// Several servers at the site keep the datastore together.
        SeveralServers = "several-servers",
        /// One server at the site.
        SingleServer = "single-server",
        /// The site has more than one node.
        SeveralNodes = "several-nodes",
        /// Nodes of the site belong to a control plane elsewhere.
        RemoteWorkers = "remote-workers",
        /// Little memory in a node.
        SmallMemory = "small-memory",
        /// ARM processors, as on small boards.
        SmallBoard = "small-board",
        /// A hard disk or a memory card.
        SlowDisk = "slow-disk",
        /// Electricity that goes without notice.
        SuddenCuts = "sudden-cuts",
        /// Work goes on while the link is lost.
        CutOff = "cut-off",
        /// The link may be lost for months.
        LongOutage = "long-outage",
        /// Images and installation without a central registry.
        AirGap = "air-gap",
        /// The centre cannot call the site.
        BehindNat = "behind-nat",
        /// Nobody at the site can run Linux.
        Unattended = "unattended",
        /// So many sites that repairs by hand are a project.
        Fleet = "fleet",
        /// The platform is never upgraded.
        NoUpgrades = "no-upgrades",
        /// Virtual machines beside the containers.
        VirtualMachines = "virtual-machines",
    }
}

record! {
    /// A floor: what has to be there before it is worth trying.
    pub struct Figure {
        /// The careful figure, with which the gates reckon.
        pub value: Option<u32>,
        /// A lower figure that holds only under a condition.
        pub least: Option<Least>,
        /// The facts that it rests on; where sources disagree, all of them.
        pub facts: &'static [FactId],
        /// Why this figure, or why none is known.
        pub why: Option<&'static str>,
    }

    /// A lower figure and its condition.
    pub struct Least {
        /// The figure.
        pub value: u32,
        /// What has to be done to rely on it.
        pub action: &'static str,
    }

    /// What a role asks of a node.
    pub struct Floor {
        /// Memory in MiB that it takes itself, before any workload.
        pub ram_mib: Figure,
        /// Memory in MiB that the whole node should have, workload included.
        pub node_ram_mib: Option<Figure>,
        /// Processor cores of the node.
        pub cpu_cores: Figure,
        /// Disk in GiB that it takes itself, before the host's own system.
        pub disk_gib: Option<Figure>,
        /// Disk in GiB that the whole node should have.
        pub node_disk_gib: Option<Figure>,
    }

    /// What a whole machine should have, workload included.
    pub struct Machine {
        /// Memory in MiB.
        pub ram_mib: Figure,
        /// Processor cores.
        pub cpu_cores: Figure,
        /// Disk in GiB.
        pub disk_gib: Figure,
    }

    /// A row of a sizing table: what a server needs to carry so many workers.
    pub struct Sizing {
        /// So many workers ...
        pub workers: u32,
        /// ... need this much memory in MiB,
        pub ram_mib: u32,
        /// and so many cores.
        pub cpu_cores: u32,
        /// The facts.
        pub facts: &'static [FactId],
    }

    /// A part that a cluster needs, and whether it comes along.
    pub struct Part {
        /// What it is called, or what is usually brought.
        pub name: &'static str,
        /// Whether it comes along.
        pub delivery: Delivery,
        /// How another one takes its place, or how one is brought.
        pub replace: &'static str,
        /// The facts.
        pub facts: &'static [FactId],
    }

    /// Batteries included or removed.
    pub struct Batteries {
        /// Pod network.
        pub cni: Part,
        /// Enforcement of network policies.
        pub network_policy: Part,
        /// Ingress.
        pub ingress: Part,
        /// Load balancer for services.
        pub load_balancer: Part,
        /// Storage provisioner.
        pub storage: Part,
        /// Cluster DNS.
        pub dns: Part,
        /// Metrics of nodes and pods.
        pub metrics: Part,
    }

    /// Certificates of nodes and servers.
    pub struct Certificates {
        /// Life in days.
        pub days: Cited<u32>,
        /// How they are renewed.
        pub renewal: Cited<Renewal>,
        /// How many days before the end a renewal begins to happen.
        pub window_days: Option<Cited<u32>>,
    }

    /// How a new version arrives.
    pub struct Upgrade {
        /// What carries it out.
        pub mechanism: Cited<UpgradeMechanism>,
        /// Whether it can be limited to waves or windows.
        pub waves: Cited<Support>,
        /// What brings the earlier version back.
        pub rollback: Cited<Rollback>,
    }

    /// Several servers that keep the datastore together.
    pub struct Quorum {
        /// What they keep it in.
        pub datastore: Cited<Datastore>,
        /// How many servers it takes to survive the loss of one.
        pub servers: Cited<u32>,
    }

    /// A host operating system.
    pub struct Host {
        /// Id, e.g. `talos`.
        pub id: &'static str,
        /// Name.
        pub name: &'static str,
        /// What it is, in a line.
        pub summary: &'static str,
        /// How it changes.
        pub model: Cited<HostModel>,
        /// Whether somebody can log in.
        pub shell: Cited<Shell>,
        /// What brings the earlier version of the host back.
        pub rollback: Cited<Rollback>,
        /// How many months a release of it is maintained.
        pub maintained_months: Cited<u32>,
        /// How a node is brought into its state.
        pub machine_config: Cited<MachineConfig>,
        /// Kernels of hardware vendors.
        pub vendor_kernel: Cited<Support>,
        /// Drivers that come as packages or extensions.
        pub packaged_drivers: Cited<Support>,
        /// Processors it runs on.
        pub architectures: Cited<&'static [CpuArchitecture]>,
        /// Encryption of the data on disk.
        pub disk_encryption: Cited<Support>,
        /// A verified boot chain.
        pub secure_boot: Cited<Support>,
        /// FIPS 140 cryptography in the host.
        pub fips: Cited<Support>,
        /// SELinux enforcing in the host.
        pub selinux: Cited<Support>,
        /// A CIS benchmark for the host.
        pub cis: Cited<Support>,
        /// Snaps.
        pub snap: Cited<Support>,
        /// Virtual machines beside the containers.
        pub virtual_machines: Cited<Support>,
        /// Proof of a machine's identity that does not rest on a shared secret alone.
        pub attestation: Cited<Support>,
        /// Logs of the host that leave the node without an agent.
        pub log_shipping: Cited<Support>,
        /// What the host with everything on it asks of a machine, where its project says so.
        pub machine: Option<Machine>,
        /// Who sells support for it.
        pub vendor: Cited<&'static str>,
    }

    /// A Kubernetes.
    pub struct Distribution {
        /// Id, e.g. `k3s`.
        pub id: &'static str,
        /// Name.
        pub name: &'static str,
        /// The topology patterns it is made for.
        pub patterns: Cited<&'static [Pattern]>,
        /// Id of the host record that it brings, where it does not stand on an ordinary one.
        pub own_host: Option<&'static str>,
        /// A server that also runs workloads.
        pub server: Floor,
        /// A node without control plane, where there is such a role.
        pub agent: Option<Floor>,
        /// What a server needs for so many workers.
        pub sizing: &'static [Sizing],
        /// Most nodes of one cluster.
        pub max_nodes: Cited<u32>,
        /// Whether servers run workloads too.
        pub server_runs_workload: Cited<Support>,
        /// Processors it runs on.
        pub architectures: Cited<&'static [CpuArchitecture]>,
        /// What a single server keeps its state in.
        pub datastore: Cited<Datastore>,
        /// Several servers, where it can have them.
        pub quorum: Option<Quorum>,
        /// Whether a single server bears a change of its address.
        pub address_change: Cited<Support>,
        /// Whether the members of a quorum bear a change of their addresses.
        pub quorum_address_change: Option<Cited<Support>>,
        /// Whether pods start again when a node restarts while the site is cut off.
        pub offline_restart: Cited<Support>,
        /// Installation without any link.
        pub air_gap: Cited<AirGap>,
        /// Images laid on the node beforehand.
        pub preload: Cited<Support>,
        /// Nodes that serve images to each other.
        pub peer_mirror: Cited<Support>,
        /// Certificates.
        pub certificates: Certificates,
        /// Upgrades.
        pub upgrade: Upgrade,
        /// How a node joins.
        pub join: Cited<Join>,
        /// What comes along.
        pub batteries: Batteries,
        /// FIPS 140 cryptography in Kubernetes.
        pub fips: Cited<Support>,
        /// Processors for which that holds.
        pub fips_architectures: Option<Cited<&'static [CpuArchitecture]>>,
        /// SELinux.
        pub selinux: Cited<Support>,
        /// The CIS benchmark for Kubernetes.
        pub cis: Cited<Support>,
        /// How close to upstream it stays.
        pub conformance: Cited<Conformance>,
        /// How it is delivered.
        pub packaging: Cited<Packaging>,
        /// Oldest minor version of Kubernetes 1 that is still maintained.
        pub oldest_minor: Cited<u32>,
        /// Who sells support for it.
        pub vendor: Cited<&'static str>,
    }

    /// An edge framework.
    pub struct Framework {
        /// Id, e.g. `kubeedge`.
        pub id: &'static str,
        /// Name.
        pub name: &'static str,
        /// What an edge node needs for it.
        pub edge: Floor,
        /// Processors that edge nodes may have.
        pub architectures: Cited<&'static [CpuArchitecture]>,
        /// Devices kept in step between edge and centre.
        pub device_sync: Cited<Support>,
        /// Whether edge pods start again when a node restarts while cut off.
        pub offline_restart: Cited<Support>,
        /// Where an edge node keeps what it needs while cut off.
        pub local_store: Cited<&'static str>,
        /// Whether pods stay on a node that is cut off.
        pub stays_when_cut_off: Cited<Support>,
        /// Tools that work at the edge node while it is cut off.
        pub local_tools: Cited<Support>,
        /// Whether the kubelet on edge nodes is the upstream one.
        pub keeps_kubelet: Cited<Support>,
        /// How close to upstream the whole stays.
        pub conformance: Cited<Conformance>,
        /// Newest minor version of Kubernetes 1 that it vouches for.
        pub newest_minor: Cited<u32>,
        /// Most edge nodes of one cluster that the project has shown.
        pub max_edge_nodes: Cited<u32>,
        /// Certificates of edge nodes.
        pub certificates: Certificates,
        /// Upgrades of the edge part.
        pub upgrade: Upgrade,
        /// How an edge node joins.
        pub join: Cited<Join>,
        /// Installation without any link.
        pub air_gap: Cited<AirGap>,
        /// Metrics and logs of edge nodes.
        pub telemetry: Cited<Support>,
        /// FIPS 140 cryptography.
        pub fips: Cited<Support>,
        /// Who sells support for it.
        pub vendor: Cited<&'static str>,
    }

    /// One of the eleven options with the roles it fills.
    pub struct Product {
        /// Id, e.g. `k3s`; also the name of its file.
        pub id: &'static str,
        /// Name.
        pub name: &'static str,
        /// Its place in the reading order.
        pub order: u32,
        /// Which kind of thing it is.
        pub kind: ProductKind,
        /// What it is, in a line.
        pub summary: &'static str,
        /// Licence.
        pub licence: Cited<&'static str>,
        /// Standing of the project.
        pub standing: Cited<&'static str>,
        /// The hosts it brings.
        pub hosts: &'static [Host],
        /// The Kubernetes it brings.
        pub distributions: &'static [Distribution],
        /// The framework it is.
        pub frameworks: &'static [Framework],
    }

    /// Which Kubernetes may stand on which hosts.
    pub struct HostPairing {
        /// Kubernetes id.
        pub kubernetes: &'static str,
        /// Host ids.
        pub hosts: &'static [&'static str],
        /// How far the projects vouch for it.
        pub backing: Backing,
        /// What has to be done, or why not.
        pub why: &'static str,
        /// The facts.
        pub facts: &'static [FactId],
    }

    /// Which Kubernetes in the centre may carry which framework.
    pub struct CentrePairing {
        /// Framework id.
        pub framework: &'static str,
        /// Kubernetes ids.
        pub kubernetes: &'static [&'static str],
        /// How far the projects vouch for it.
        pub backing: Backing,
        /// What has to be done, or why not.
        pub why: &'static str,
        /// The facts.
        pub facts: &'static [FactId],
    }

    /// On which hosts the edge nodes of a framework may run.
    pub struct EdgePairing {
        /// Framework id.
        pub framework: &'static str,
        /// Host ids.
        pub hosts: &'static [&'static str],
        /// How far the projects vouch for it.
        pub backing: Backing,
        /// What has to be done, or why not.
        pub why: &'static str,
        /// The facts.
        pub facts: &'static [FactId],
    }

    /// What stands beside a distribution and does a job that it does not settle.
    pub struct Companion {
        /// Id, e.g. `longhorn`.
        pub id: &'static str,
        /// Name.
        pub name: &'static str,
        /// What it is for.
        pub job: Job,
        /// How often it runs, and so what its costs count for.
        pub spread: Spread,
        /// Memory in MiB that it takes.
        pub ram_mib: Cited<u32>,
        /// Thousandths of a core that it takes.
        pub cpu_millicores: Cited<u32>,
        /// Disk in GiB that it takes.
        pub disk_gib: Option<Cited<u32>>,
        /// Memory in MiB that a node should have where it runs.
        pub node_ram_mib: Option<Cited<u32>>,
        /// Cores that a node should have where it runs.
        pub node_cpu_cores: Option<Cited<u32>>,
        /// Fewest nodes for which it is recommended.
        pub nodes: Option<Cited<u32>>,
        /// Processors it runs on.
        pub architectures: Cited<&'static [CpuArchitecture]>,
        /// Oldest kernel.
        pub kernel: Cited<&'static str>,
        /// Standing of the project.
        pub standing: Cited<&'static str>,
    }

    /// When a field report concerns a site; what it says is the fact of the same id.
    pub struct FieldReport {
        /// Id of its fact, e.g. `reports.k3s.memory-card`.
        pub id: FactId,
        /// The parts of a stack that it is about: hosts, Kubernetes, frameworks.
        pub of: &'static [&'static str],
        /// What has to hold besides, all of it.
        pub when: &'static [Condition],
    }

    /// What may stand on what.
    pub struct Compatibility {
        /// Kubernetes on hosts.
        pub on_host: &'static [HostPairing],
        /// Frameworks over Kubernetes.
        pub centre: &'static [CentrePairing],
        /// Framework edge nodes on hosts.
        pub edge: &'static [EdgePairing],
    }
}
