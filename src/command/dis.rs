//! `gorun dis`.

use super::arguments::{self, DisArgs};
use super::{COMPILE_ERROR, input_error, print_all};
use crate::build::{self, Options};
use crate::project::Project;
use crate::report::{self, Style};

/// Prints the bytecode of the program's own package.
pub fn dis(args: &DisArgs) -> i32 {
    let project = match arguments::load(&args.files, &args.build) {
        Ok(project) => project,
        Err(error) => return input_error(&error, Style::Auto),
    };
    match build::compile(&project, Options::default()) {
        Ok(program) => {
            let line =
                |file: u32, line: u32| source_line(&project, &program.files[file as usize], line);
            let is_own = |name: &str| name.starts_with("main.");
            print_all(bytecode::disasm::disassemble(&program, &is_own, &line).as_bytes())
        }
        Err(errors) => {
            report::print(&project.map, &errors, Style::Auto);
            COMPILE_ERROR
        }
    }
}

/// Line `line` (from 1) of the file shown as `name`.
fn source_line(project: &Project, name: &str, line: u32) -> Option<String> {
    let (_, file) = project.map.files().find(|(_, f)| f.name == name)?;
    let text = file.text.lines().nth(line.checked_sub(1)? as usize)?;
    Some(text.to_string())
}
