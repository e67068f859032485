//! The closed vocabularies of the profile. Ids are the spelling in YAML, JSON and links, for ever.

use std::marker::PhantomData;

/// One value of a closed vocabulary.
pub trait Choice: Copy + PartialEq + Sized + 'static {
    /// Every value, in the order in which forms show it.
    const ALL: &'static [Self];
    /// The ids of [`Self::ALL`], in the same order.
    const IDS: &'static [&'static str];

    /// Returns the position in [`Self::ALL`].
    fn index(self) -> u8;

    /// Returns the id used in YAML, JSON and links.
    fn id(self) -> &'static str {
        Self::IDS[usize::from(self.index())]
    }

    /// Returns the value at a position, if there is one.
    #[must_use]
    fn at(index: u8) -> Option<Self> {
        Self::ALL.get(usize::from(index)).copied()
    }
}

/// A set of values of one vocabulary; empty means "none of these", which is an answer.
#[derive(Debug, PartialEq, Eq)]
pub struct ChoiceSet<C> {
    bits: u16,
    of: PhantomData<C>,
}

impl<C> Clone for ChoiceSet<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for ChoiceSet<C> {}

impl<C: Choice> ChoiceSet<C> {
    /// Builds the set from its bit mask, bit `i` standing for `C::ALL[i]`; other bits are dropped.
    #[must_use]
    pub fn from_bits(bits: u16) -> Self {
        Self { bits: bits & ((1 << C::ALL.len()) - 1), of: PhantomData }
    }

    /// Returns whether the set holds a value.
    #[must_use]
    pub fn has(self, choice: C) -> bool {
        self.bits & (1 << choice.index()) != 0
    }

    /// Returns whether nothing is in the set.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// Returns how many values are in the set.
    #[must_use]
    pub fn len(self) -> u32 {
        self.bits.count_ones()
    }

    /// Returns the values in the order of the vocabulary.
    pub fn iter(self) -> impl Iterator<Item = C> {
        C::ALL.iter().copied().filter(move |choice| self.has(*choice))
    }
}

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $id:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum $name { $($(#[$vdoc])* #[doc = concat!("`", $id, "`")] $variant,)+ }

        impl Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$variant,)+];
            const IDS: &'static [&'static str] = &[$($id,)+];
            fn index(self) -> u8 { self as u8 }
        }
    )+};
}

choices! {
    /// How far from the centre the hardware stands.
    Tier { FarEdge = "far-edge", NearEdge = "near-edge", RegionalEdge = "regional-edge", }
    /// Processor architectures that the nodes of a site may have.
    CpuArchitecture { X86_64 = "x86_64", Arm64 = "arm64", Armv7 = "armv7", Riscv64 = "riscv64", }
    /// What the datastore of the control plane writes to.
    StorageMedium { Nvme = "nvme", Ssd = "ssd", Hdd = "hdd", FlashCard = "flash-card", }
    /// Drivers beyond a stock kernel.
    SpecialDrivers { None = "none", Packaged = "packaged", VendorKernel = "vendor-kernel", }
    /// How electricity behaves.
    Power { Clean = "clean", Ups = "ups", SuddenCuts = "sudden-cuts", }
    /// The link between site and centre.
    Wan { Redundant = "redundant", Single = "single", Intermittent = "intermittent", Narrow = "narrow", }
    /// Who may open a connection to whom.
    NetworkReach { Inbound = "inbound", OutboundOnly = "outbound-only", Isolated = "isolated", }
    /// How nodes get their addresses.
    Addressing { Static = "static", Reserved = "reserved", Dynamic = "dynamic", }
    /// Where a node gets container images.
    ImageSupply {
        CentralRegistry = "central-registry", PullThroughCache = "pull-through-cache", SiteMirror = "site-mirror",
        Preloaded = "preloaded",
    }
    /// What local data the workload keeps.
    State { Stateless = "stateless", Rebuildable = "rebuildable", LocalCritical = "local-critical", }
    /// Central services that the start of a workload needs.
    CentralCall {
        Git = "git", Registry = "registry", Identity = "identity", Licence = "licence",
        FeatureFlags = "feature-flags", ModelFetch = "model-fetch", Dns = "dns", Certificates = "certificates",
    }
    /// Who can touch the hardware.
    Hands {
        Nobody = "nobody", ShopStaff = "shop-staff", Technician = "technician", Administrator = "administrator",
    }
    /// What the platform team can do today.
    Skill {
        Linux = "linux", Gitops = "gitops", ImmutableOs = "immutable-os", UpstreamKubernetes = "upstream-kubernetes",
    }
    /// The platform that the organisation runs already.
    ExistingPlatform {
        None = "none", VanillaKubernetes = "vanilla-kubernetes", Rancher = "rancher", Openshift = "openshift",
        Canonical = "canonical", PublicCloud = "public-cloud", Talos = "talos", Other = "other",
    }
    /// What manages the fleet of clusters.
    FleetManager { None = "none", Own = "own", Bought = "bought", }
    /// The policy for SSH on production nodes.
    Ssh { Allowed = "allowed", BreakGlass = "break-glass", Banned = "banned", }
    /// How a host may change.
    HostChange { Free = "free", ConfigManaged = "config-managed", PlannedImageOnly = "planned-image-only", }
    /// The operating-system standard of the organisation.
    OsStandard { None = "none", UbuntuSnap = "ubuntu-snap", Rhel = "rhel", OtherLinux = "other-linux", }
    /// Obligations that the stack has to meet.
    Compliance {
        Cis = "cis", Fips = "fips", Selinux = "selinux", SecureBoot = "secure-boot",
        DiskEncryption = "disk-encryption",
    }
    /// How upgrades are staged over the fleet.
    Rings { None = "none", Manual = "manual", Automated = "automated", }
    /// Where the control plane may stand.
    ControlPlane { PerSite = "per-site", SharedCentre = "shared-centre", Either = "either", }
}
