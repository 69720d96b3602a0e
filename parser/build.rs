//! Generates the parser's tables from `src/grammar.lalrpop`.
fn main() {
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    lalrpop::Configuration::new()
        .emit_rerun_directives(true)
        .set_in_dir("src")
        .set_out_dir(out)
        .process()
        .expect("the grammar is LR(1)");
}
