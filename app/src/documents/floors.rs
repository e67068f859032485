//! What the roles of an option ask of a machine, as the catalog has it: the figures with which gates reckon.

use rules_core::catalog::{Catalog, Figure, Floor, Machine, Product, Sizing};
use rules_core::profile::Unit;

use super::blocks::Entry;
use crate::text::Text;
use crate::text::options::Role;

/// Returns the roles of one option: servers, agents, edge nodes, whole machines.
#[must_use]
pub fn of_product(product: &Product, text: &Text) -> Vec<Entry> {
    let mut entries = Vec::new();
    for one in product.distributions {
        entries.push(floor(one.name, Role::Server, &one.server, one.sizing, text));
        let agent = one.agent.as_ref();
        entries.extend(agent.map(|agent| floor(one.name, Role::Agent, agent, &[], text)));
    }
    for one in product.frameworks {
        entries.push(floor(one.name, Role::Edge, &one.edge, &[], text));
    }
    for one in product.hosts {
        entries.extend(one.machine.as_ref().map(|asked| machine(one.name, asked, text)));
    }
    entries
}

/// Returns the roles of all options, then what hosts of no option ask for.
#[must_use]
pub fn all(catalog: &Catalog, text: &Text) -> Vec<Entry> {
    let own = catalog.products.iter().flat_map(|product| of_product(product, text));
    let hosts = catalog.hosts.iter();
    let others = hosts.filter_map(|one| Some(machine(one.name, one.machine.as_ref()?, text)));
    own.chain(others).collect()
}

fn floor(name: &str, role: Role, floor: &Floor, sizing: &[Sizing], text: &Text) -> Entry {
    let words = &text.options().figures;
    let figures = [
        Some((words.memory, &floor.ram_mib, Unit::Mib)),
        floor.node_ram_mib.as_ref().map(|figure| (words.node_memory, figure, Unit::Mib)),
        Some((words.cores, &floor.cpu_cores, Unit::Cores)),
        floor.disk_gib.as_ref().map(|figure| (words.disk, figure, Unit::Gib)),
        floor.node_disk_gib.as_ref().map(|figure| (words.node_disk, figure, Unit::Gib)),
    ];
    let mut entry = entry((words.role)(name, role), figures.into_iter().flatten(), text);
    for row in sizing {
        let measure = text.fields.measure;
        let asked = (words.sized)(
            &measure(row.ram_mib.into(), Unit::Mib),
            &measure(row.cpu_cores.into(), Unit::Cores),
            row.workers,
        );
        entry.terms.push((words.sizing, asked));
        cite(&mut entry, row.facts);
    }
    entry
}

fn machine(name: &str, machine: &Machine, text: &Text) -> Entry {
    let words = &text.options().figures;
    let figures = [
        (words.node_memory, &machine.ram_mib, Unit::Mib),
        (words.cores, &machine.cpu_cores, Unit::Cores),
        (words.node_disk, &machine.disk_gib, Unit::Gib),
    ];
    entry((words.role)(name, Role::Machine), figures.into_iter(), text)
}

fn entry<'a>(
    title: String,
    figures: impl Iterator<Item = (&'static str, &'a Figure, Unit)>,
    text: &Text,
) -> Entry {
    let mut entry = Entry { id: None, title, terms: Vec::new(), facts: Vec::new() };
    for (term, figure, unit) in figures {
        entry.terms.push((term, said(figure, unit, text)));
        cite(&mut entry, figure.facts);
    }
    entry
}

/// A figure with the lower one beside it, where sources disagree, and why.
fn said(figure: &Figure, unit: Unit, text: &Text) -> String {
    let words = &text.options().figures;
    let measure = |value: u32| (text.fields.measure)(value.into(), unit);
    let value = figure.value.map_or_else(|| words.unknown.to_owned(), measure);
    let least = figure.least.as_ref().map(|least| (measure(least.value), least.action));
    (words.figure)(
        &value,
        least.as_ref().map(|(value, action)| (value.as_str(), *action)),
        figure.why,
    )
}

fn cite(entry: &mut Entry, facts: &[&'static str]) {
    for fact in facts {
        if !entry.facts.contains(fact) {
            entry.facts.push(fact);
        }
    }
}

#[cfg(test)]
mod tests {
    use rules_core::catalog::catalog;

    use super::*;
    use crate::text::t;

    #[test]
    fn a_role_says_what_it_asks_for_and_on_what_facts() {
        let k3s = catalog().product("k3s").expect("it is in the catalog");
        let entries = of_product(k3s, t());
        assert_eq!(entries[0].terms[0], (t().options().figures.memory, "2,048 MiB".to_owned()));
        assert!(entries[0].facts.contains(&"k3s.server.min-ram"), "{:?}", entries[0].facts);
        assert_eq!(entries.len(), 2, "server and agent");
    }

    #[test]
    fn every_option_asks_something_of_a_machine_but_the_managed_one_may_not() {
        for product in catalog().products {
            assert!(!of_product(product, t()).is_empty(), "{}", product.id);
        }
    }
}
